using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace AwsJson;

/// <summary>Reads an operation's response, or the exception of its error code.</summary>
internal sealed class AwsJsonUnmarshaller<TResponse>(
    Func<JsonElement, TResponse> read,
    Func<ServiceFault, AmazonServiceException> refuse
) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var body = JsonBody.Read(input.Stream);
        var response = read(body.RootElement);
        response.ResponseMetadata = new ResponseMetadata
        {
            RequestId = ServiceFaultReader.Header(input.ResponseData, HeaderKeys.RequestIdHeader),
        };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    ) => refuse(ServiceFaultReader.Read(input, innerException, statusCode));
}
