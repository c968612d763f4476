using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;

namespace Firetiger;

/// <summary>
/// The authorities that this machine trusts. The first TLS handshake of a process has OpenSSL decode every one of them, which takes
/// longer than the rest of a cold start. Read before the first invocation is asked for, while Lambda gives a function a whole processor,
/// they do not slow the invocation down.
/// </summary>
internal static partial class TrustStore
{
    // OpenSSL's file on Amazon Linux 2023, and with it .NET reads OpenSSL's folder, which has nothing but the same authorities again.
    // AWS's managed runtime for .NET leaves out one of the two as well: bootstrap-al2023.sh of aws/aws-lambda-dotnet, pull request 1661.
    private const string AuthoritiesFile = "/etc/pki/tls/cert.pem";
    private const string FolderVariable = "SSL_CERT_DIR";

    /// <summary>Reads them, on another thread. Handshakes come after: two that read at once would both do the work.</summary>
    /// <returns>When they are read. What goes wrong here is left to the handshake to tell.</returns>
    public static async Task ReadAsync()
    {
        // Before there is another thread: the environment of a process is nothing that two may touch.
        LeaveOutFolder();
        await Task.Run(static () =>
            {
                using X509Store authorities = new(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
                _ = authorities.Certificates.Count;
            })
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Unless somebody chose either.
    private static void LeaveOutFolder()
    {
        if (!File.Exists(AuthoritiesFile) || IsSet("SSL_CERT_FILE") || IsSet(FolderVariable))
        {
            return;
        }

        try
        {
            // The runtime's own method changes only what the runtime sees.
            _ = SetEnvironmentVariable(FolderVariable, "/nonexistent", overwrite: 0);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Then the folder is read as well.
        }
    }

    [SuppressMessage(
        "ApiDesign",
        "RS0030",
        Justification = "It says what OpenSSL will see, and is no setting of ours."
    )]
    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not null;

    [LibraryImport("libc.so.6", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
