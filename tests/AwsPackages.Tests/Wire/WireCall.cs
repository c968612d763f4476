using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Firetiger.AwsPackages.Tests.Wire;

/// <summary>
/// A request as the service saw it. CloudWatch takes awsJson 1.0 and Smithy RPC v2 CBOR; clients choose, and the members
/// are the same in both.
/// </summary>
internal sealed record WireCall(
    string Operation,
    string ContentType,
    string Authorization,
    bool IsCbor,
    bool IsGzip,
    JsonObject Members
)
{
    public static async Task<WireCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isGzip = request.Headers.ContentEncoding == "gzip";
        var isCbor = string.Equals(request.ContentType, "application/cbor", StringComparison.Ordinal);
        var body = await BodyAsync(request.Body, isGzip, cancellationToken);
        return new WireCall(
            isCbor ? request.Path.Value!.Split('/')[^1] : request.Headers["X-Amz-Target"].ToString(),
            request.ContentType ?? "",
            request.Headers.Authorization.ToString(),
            isCbor,
            isGzip,
            (isCbor ? Cbor.Read(body) : JsonNode.Parse(body))!.AsObject()
        );
    }

    private static async Task<byte[]> BodyAsync(Stream body, bool isGzip, CancellationToken cancellationToken)
    {
        await using var plain = isGzip ? new GZipStream(body, CompressionMode.Decompress) : body;
        using var copy = new MemoryStream();
        await plain.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
