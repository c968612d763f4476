using System.Text.Json;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>A request as CloudFormation sends it. Whatever is missing is empty: an answer is possible all the same.</summary>
/// <param name="Type">What is asked for.</param>
/// <param name="ResponseUrl">Where the response goes. Signed: it is a secret and must not be logged.</param>
/// <param name="StackId">The ARN of the stack; echoed.</param>
/// <param name="RequestId">The id of the request; echoed.</param>
/// <param name="LogicalResourceId">The name of the resource in the template; echoed.</param>
/// <param name="PhysicalResourceId">The id given on Create, or empty on Create itself.</param>
/// <param name="Properties">The properties of the resource, unread: a Delete must not stumble over them.</param>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref-requests.html</remarks>
internal sealed record CustomResourceRequest(
    RequestType Type,
    string ResponseUrl,
    string StackId,
    string RequestId,
    string LogicalResourceId,
    string PhysicalResourceId,
    JsonElement Properties
)
{
    private const string ResponseUrlName = "ResponseURL";

    /// <summary>Tells whether a payload comes from CloudFormation.</summary>
    /// <param name="payload">The payload of an invocation.</param>
    /// <returns><see langword="true"/> if somebody waits at a ResponseURL.</returns>
    public static bool IsIn(JsonElement payload) => payload.TryGetProperty(ResponseUrlName, out _);

    /// <summary>Reads a request.</summary>
    /// <param name="payload">The payload of an invocation.</param>
    /// <returns>The request.</returns>
    public static CustomResourceRequest Read(JsonElement payload) =>
        new(
            ReadType(Scalar.Read(payload, "RequestType")),
            Scalar.Read(payload, ResponseUrlName),
            Scalar.Read(payload, "StackId"),
            Scalar.Read(payload, "RequestId"),
            Scalar.Read(payload, "LogicalResourceId"),
            Scalar.Read(payload, "PhysicalResourceId"),
            payload.TryGetProperty("ResourceProperties", out var properties) ? properties : default
        );

    private static RequestType ReadType(string text) =>
        text switch
        {
            "Create" => RequestType.Create,
            "Update" => RequestType.Update,
            "Delete" => RequestType.Delete,
            _ => RequestType.Unknown,
        };
}
