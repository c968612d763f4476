using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>A request's body, unpacked: the SDKs compress what they send to CloudWatch.</summary>
internal static class RequestBody
{
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var stream = request.Body;
        var isPacked = string.Equals(request.Headers.ContentEncoding, "gzip", StringComparison.OrdinalIgnoreCase);
        await using var unpacked = isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        try
        {
            await unpacked.CopyToAsync(body, cancellationToken);
        }
        catch (InvalidDataException bad)
        {
            throw BadInput.Because(bad.Message);
        }

        return body.ToArray();
    }
}
