using System.Collections.Concurrent;
using System.Security.Cryptography;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.CloudFormation.CustomResources;

/// <summary>The pre-signed S3 addresses to which custom resources PUT their answers.</summary>
/// <param name="context">The sandbox.</param>
internal sealed class ResponseUrls(SandboxContext context) : IHttpEndpoints
{
    private const string Root = "/cloudformation-custom-resource-response-useast1";

    private readonly ConcurrentDictionary<string, TaskCompletionSource<byte[]>> _waiting = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPut($"{Root}/{{token}}", PutAsync);

    /// <summary>Makes an address that nobody can guess.</summary>
    /// <returns>The address, and its answer's bytes when they have come.</returns>
    public (Uri Url, Task<byte[]> Answer) Open()
    {
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var answer = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[token] = answer;
        return (new Uri(context.Endpoint, $"{Root}/{token}?X-Amz-Signature={token}"), answer.Task);
    }

    private static Task RefuseAsync(HttpContext http, string code, string message)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync(
            $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>""",
            http.RequestAborted
        );
    }

    private async Task PutAsync(HttpContext http, string token)
    {
        if (!_waiting.TryGetValue(token, out var answer))
        {
            await RefuseAsync(http, "AccessDenied", "Access Denied");
        }
        else if (!string.IsNullOrEmpty(http.Request.ContentType))
        {
            await RefuseAsync(
                http,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and signing method."
            );
        }
        else
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            answer.TrySetResult(body.ToArray());
        }
    }
}
