using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>Smithy RPC v2 CBOR: the operation is in the path.</summary>
internal sealed class CborProtocol : IProtocol
{
    public string ContentType => "application/cbor";

    public (string Operation, JsonObject Input) Read(HttpRequest request, WireService service, byte[] body) =>
        string.Equals(request.RouteValues["service"] as string, service.Target, StringComparison.Ordinal)
            ? ((string)request.RouteValues["operation"]!, CborJson.Read(body))
            : throw new AwsException(
                "UnknownOperationException",
                $"{request.Path} names no operation of {service.SigningName}"
            );

    public WireResponse Write(WireService service, string operation, JsonObject output, string requestId) =>
        new(StatusCodes.Status200OK, CborJson.Write(output));

    public WireResponse WriteError(AwsException error, string requestId) =>
        new(error.Status, CborJson.Write(new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }));
}
