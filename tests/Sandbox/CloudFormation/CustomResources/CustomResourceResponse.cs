using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.CustomResources;

/// <summary>A custom resource's answer.</summary>
/// <param name="Status">SUCCESS or FAILED.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="PhysicalResourceId">The resource's id.</param>
/// <param name="Data">What Fn::GetAtt gives.</param>
internal sealed record CustomResourceResponse(string Status, string? Reason, string PhysicalResourceId, JsonObject Data)
{
    private const int LongestBody = 4096;
    private const int LongestId = 1024;

    private static readonly string[] Echoed = ["StackId", "RequestId", "LogicalResourceId"];

    public bool Succeeded => Status is "SUCCESS";

    /// <summary>Reads and checks an answer.</summary>
    /// <param name="body">What was PUT.</param>
    /// <param name="request">The request it should answer.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="CustomResourceException">CloudFormation would not take it.</exception>
    public static CustomResourceResponse Read(byte[] body, JsonObject request)
    {
        if (body.Length > LongestBody)
        {
            throw new CustomResourceException("Response object is too long.");
        }

        var answer = Parse(body);
        if (Echoed.FirstOrDefault(name => !IsEchoed(answer, request, name)) is { } changed)
        {
            throw Invalid($"{changed} is not that of the request");
        }

        var status = answer.Scalar("Status");
        if (status is not ("SUCCESS" or "FAILED"))
        {
            throw Invalid("Status is neither SUCCESS nor FAILED");
        }

        if (status is "FAILED" && string.IsNullOrEmpty(answer.Scalar("Reason")))
        {
            throw Invalid("Reason is required when Status is FAILED");
        }

        var id = answer.Scalar("PhysicalResourceId");
        return string.IsNullOrEmpty(id) || Encoding.UTF8.GetByteCount(id) > LongestId
            ? throw new CustomResourceException("Invalid PhysicalResourceId")
            : new CustomResourceResponse(status, answer.Scalar("Reason"), id, answer.Section("Data"));
    }

    private static bool IsEchoed(JsonObject answer, JsonObject request, string name) =>
        string.Equals(answer.Scalar(name), request.Scalar(name), StringComparison.Ordinal);

    private static JsonObject Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw Invalid("it is not a JSON object");
        }
        catch (JsonException)
        {
            throw Invalid("it is not JSON");
        }
    }

    private static CustomResourceException Invalid(string problem) => new($"Invalid response object: {problem}");
}
