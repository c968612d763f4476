using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>Temporary credentials of a role, as STS issues them.</summary>
/// <param name="AccessKeyId">Names the session.</param>
/// <param name="SecretAccessKey">What a client signs with.</param>
/// <param name="Token">Sent along with every call.</param>
/// <param name="Principal">Whose they are.</param>
/// <param name="Expiration">When they end.</param>
internal sealed record Session(
    string AccessKeyId,
    string SecretAccessKey,
    string Token,
    Principal.Role Principal,
    DateTimeOffset Expiration
);
