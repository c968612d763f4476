using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>AWS JSON 1.0 and 1.1, which differ in the content type only.</summary>
internal sealed class JsonProtocol(string? contentType) : IProtocol
{
    public string ContentType => contentType ?? "application/x-amz-json-1.1";

    public (string Operation, JsonObject Input) Read(HttpRequest request, WireService service, byte[] body) =>
        request.Headers["X-Amz-Target"].ToString().Split('.') is [var target, var operation]
        && string.Equals(target, service.Target, StringComparison.Ordinal)
            ? (operation, WireJson.Parse(body))
            : throw new AwsException(
                "UnknownOperationException",
                $"X-Amz-Target '{request.Headers["X-Amz-Target"]}' names no operation of {service.SigningName}"
            );

    public WireResponse Write(WireService service, string operation, JsonObject output, string requestId) =>
        new(StatusCodes.Status200OK, WireJson.Write(output));

    public WireResponse WriteError(AwsException error, string requestId) =>
        new(error.Status, WireJson.Write(new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }));
}
