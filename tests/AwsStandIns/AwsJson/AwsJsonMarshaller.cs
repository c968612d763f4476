using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace AwsJson;

/// <summary>Writes an operation's request: POST / with the operation in <c>X-Amz-Target</c>.</summary>
internal sealed class AwsJsonMarshaller<TRequest>(
    AwsJsonService service,
    string operation,
    Action<Utf8JsonWriter, TRequest> write,
    bool compress
) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = Body((TRequest)input),
        };
        request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{operation}";
        request.Headers["Content-Type"] = service.ContentType;
        request.Headers[HeaderKeys.XAmzApiVersion] = service.ApiVersion;
        if (compress)
        {
            request.CompressionAlgorithm = CompressionEncodingAlgorithm.gzip;
        }

        return request;
    }

    private byte[] Body(TRequest input)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json, input);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
