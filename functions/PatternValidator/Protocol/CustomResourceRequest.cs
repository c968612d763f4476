using System.Text.Json;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>A request as CloudFormation sends it. Whatever is missing is empty: an answer is possible all the same.</summary>
/// <param name="Type">What is asked for.</param>
/// <param name="ResponseUrl">Where the response goes. Signed: it is a secret and must not be logged.</param>
/// <param name="StackId">The ARN of the stack; echoed.</param>
/// <param name="RequestId">The id of the request; echoed.</param>
/// <param name="LogicalResourceId">The name of the resource in the template; echoed.</param>
/// <param name="PhysicalResourceId">The id given on Create, or empty on Create itself.</param>
/// <param name="Properties">The properties of the resource.</param>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref-requests.html</remarks>
internal sealed record CustomResourceRequest(
    RequestType Type,
    string ResponseUrl,
    string StackId,
    string RequestId,
    string LogicalResourceId,
    string PhysicalResourceId,
    PatternProperties Properties
)
{
    // However deep an EventPattern given as an object is, the request is answered.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = int.MaxValue };

    /// <summary>Reads a request.</summary>
    /// <param name="input">The JSON text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidRequestException">The input is no JSON object.</exception>
    public static async Task<CustomResourceRequest> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        try
        {
            var text = await RequestText.ReadAsync(input, cancellationToken);
            using var document = JsonDocument.Parse(text, Options);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException("The request is not JSON.", exception);
        }
    }

    private static CustomResourceRequest Read(JsonElement request) =>
        request.ValueKind == JsonValueKind.Object
            ? new CustomResourceRequest(
                ReadType(Scalar.Read(request, "RequestType")),
                Scalar.Read(request, "ResponseURL"),
                Scalar.Read(request, "StackId"),
                Scalar.Read(request, "RequestId"),
                Scalar.Read(request, "LogicalResourceId"),
                Scalar.Read(request, "PhysicalResourceId"),
                PatternProperties.Read(request)
            )
            : throw new InvalidRequestException("The request is not a JSON object.");

    private static RequestType ReadType(string text) =>
        text switch
        {
            "Create" => RequestType.Create,
            "Update" => RequestType.Update,
            "Delete" => RequestType.Delete,
            _ => RequestType.Unknown,
        };
}
