using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Firetiger.AwsPackages.Tests.Wire;

/// <summary>What the server answers, in the protocol of the request. A timestamp is a DateTimeOffset.</summary>
internal sealed record WireAnswer(JsonObject Members, HttpStatusCode Status = HttpStatusCode.OK)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(0);

    /// <summary>Sent as it is, as a proxy would; null for an answer of the service.</summary>
    public string? Raw { get; init; }

    public static WireAnswer Fault(string type, string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new(new JsonObject { ["__type"] = type, ["message"] = message }, status);

    public byte[] Body(WireCall call, IHeaderDictionary headers)
    {
        if (Raw is not null)
        {
            return Encoding.UTF8.GetBytes(Raw);
        }

        headers.ContentType = call.ContentType;
        if (call.IsCbor)
        {
            headers["smithy-protocol"] = "rpc-v2-cbor";
        }

        return call.IsCbor ? Cbor.Write(Members) : Encoding.UTF8.GetBytes(EpochSeconds.In(Members).ToJsonString());
    }
}
