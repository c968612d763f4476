using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>What a Signature Version 4 Authorization header says beside the signature.</summary>
/// <param name="AccessKeyId">The key.</param>
/// <param name="Service">The signing name of the service that is called.</param>
internal sealed record CredentialScope(string AccessKeyId, string Service)
{
    private const string Credential = "Credential=";

    /// <summary>Reads <c>Credential=KEY/date/region/service/aws4_request</c>.</summary>
    /// <param name="request">The call.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="AwsException">MissingAuthenticationToken (403) without the header, IncompleteSignature if it cannot be read.</exception>
    public static CredentialScope Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            throw new AwsException(
                "MissingAuthenticationTokenException",
                "Missing Authentication Token",
                StatusCodes.Status403Forbidden,
                "MissingAuthenticationToken"
            );
        }

        var start = header.IndexOf(Credential, StringComparison.Ordinal);
        var parts = start < 0 ? [] : header[(start + Credential.Length)..].Split(',')[0].Trim().Split('/');
        return parts is [{ Length: > 0 } key, _, _, { Length: > 0 } service, "aws4_request"]
            ? new CredentialScope(key, service)
            : throw new AwsException(
                "IncompleteSignatureException",
                "Authorization header requires 'Credential' parameter of the form "
                    + "key/date/region/service/aws4_request.",
                queryCode: "IncompleteSignature"
            );
    }
}
