using System.Security.Cryptography.X509Certificates;

namespace Firetiger;

/// <summary>
/// The authorities that this machine trusts. The first TLS handshake of a process has OpenSSL decode every one of them, which takes
/// longer than the rest of a cold start. Read before the first invocation is asked for, while Lambda gives a function a whole processor,
/// they do not slow the invocation down.
/// </summary>
internal static class TrustStore
{
    /// <summary>Reads them, on another thread. Handshakes come after: two that read at once would both do the work.</summary>
    /// <returns>When they are read. What goes wrong here is left to the handshake to tell.</returns>
    public static async Task ReadAsync() =>
        await Task.Run(static () =>
            {
                using X509Store authorities = new(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
                _ = authorities.Certificates.Count;
            })
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
