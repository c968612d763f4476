using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>One API operation, as the SDK's pipeline takes it.</summary>
internal static class AwsJsonOperation
{
    public static InvokeOptions Create<TRequest, TResponse>(
        AwsJsonService service,
        string name,
        Action<Utf8JsonWriter, TRequest> write,
        Func<JsonElement, TResponse> read,
        Func<ServiceFault, AmazonServiceException> refuse,
        bool compress = false
    )
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new AwsJsonMarshaller<TRequest>(service, name, write, compress),
            ResponseUnmarshaller = new AwsJsonUnmarshaller<TResponse>(read, refuse),
        };
}
