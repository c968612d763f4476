using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>
/// Tells who makes an HTTP call, by its access key. Signatures are not verified: whoever reaches a loopback port may
/// claim any key, and a key that STS did not issue here is the account's administrator.
/// </summary>
internal static class Callers
{
    /// <summary>Finds the caller.</summary>
    /// <param name="request">The call.</param>
    /// <param name="context">Knows the keys that STS has issued.</param>
    /// <returns>The role's session, or the administrator.</returns>
    /// <exception cref="AwsException">There is no Authorization header, it is malformed, or the key and the session token do not belong together.</exception>
    public static Principal Find(HttpRequest request, SandboxContext context)
    {
        var scope = CredentialScope.Of(request);
        var session = context.Identities.FindSession(scope.AccessKeyId);
        if (session is null)
        {
            return new Principal.Administrator();
        }

        if (!string.Equals(session.Token, request.Headers["X-Amz-Security-Token"], StringComparison.Ordinal))
        {
            throw InvalidToken();
        }

        return session.Expiration > context.Clock.Now ? session.Principal : throw ExpiredToken();
    }

    private static AwsException InvalidToken() =>
        new(
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
            queryCode: "InvalidClientTokenId"
        );

    private static AwsException ExpiredToken() =>
        new(
            "ExpiredTokenException",
            "The security token included in the request is expired",
            queryCode: "ExpiredToken"
        );
}
