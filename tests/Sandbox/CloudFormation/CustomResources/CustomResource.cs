using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.CustomResources;

/// <summary>Custom::* over the real protocol: an asynchronous invocation, and an answer to a pre-signed URL.</summary>
/// <param name="context">The sandbox. ServiceTimeout runs on the real clock.</param>
/// <param name="responses">Where answers come.</param>
internal sealed class CustomResource(SandboxContext context, ResponseUrls responses) : IResourceType
{
    private const int LongestTimeout = 3600;

    public bool Is(string type) =>
        type.StartsWith("Custom::", StringComparison.Ordinal) || type is "AWS::CloudFormation::CustomResource";

    public void Demand(string logicalId, JsonObject properties)
    {
        if (!properties.ContainsKey("ServiceToken"))
        {
            throw TemplateError.Because(
                $"Properties validation failed for resource {logicalId} with message: #: required key [ServiceToken] not found"
            );
        }
    }

    public bool NeedsReplacement(JsonObject old, JsonObject wanted) =>
        !JsonNode.DeepEquals(old["ServiceToken"], wanted["ServiceToken"]);

    public async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        // Whatever happens now, a rollback sends Delete; without an answer it names an id of CloudFormation's own.
        request.Initiated($"{request.Stack.Name}-{request.LogicalId}-{request.Suffix}");
        return await AskAsync("Create", request, [], cancellationToken);
    }

    public Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    ) =>
        AskAsync(
            "Update",
            request,
            new JsonObject
            {
                ["PhysicalResourceId"] = current.PhysicalId,
                ["OldResourceProperties"] = Scalars.AllText(old),
            },
            cancellationToken
        );

    public Task DeleteAsync(ResourceRequest request, ResourceState current, CancellationToken cancellationToken) =>
        AskAsync("Delete", request, new JsonObject { ["PhysicalResourceId"] = current.PhysicalId }, cancellationToken);

    private async Task<ResourceState> AskAsync(
        string requestType,
        ResourceRequest request,
        JsonObject more,
        CancellationToken cancellationToken
    )
    {
        var (url, answer) = responses.Open();
        var message = new JsonObject
        {
            ["RequestType"] = requestType,
            ["ServiceToken"] = request.Properties.Scalar("ServiceToken"),
            ["ResponseURL"] = url.ToString(),
            ["StackId"] = request.Stack.Id,
            ["RequestId"] = context.Ids.NextGuid().ToString(),
            ["LogicalResourceId"] = request.LogicalId,
            ["ResourceType"] = request.Type,
            ["ResourceProperties"] = Scalars.AllText(request.Properties),
        };
        foreach (var (name, value) in more)
        {
            message[name] = value?.DeepClone();
        }

        await InvokeAsync(message, cancellationToken);
        var body = await WithinAsync(answer, TimeoutOf(request), message, cancellationToken);
        var response = CustomResourceResponse.Read(body, message);
        if (requestType is "Create")
        {
            request.Initiated(response.PhysicalResourceId);
        }

        return response.Succeeded
            ? new ResourceState(response.PhysicalResourceId, response.Data.DeepClone().AsObject())
            : throw new CustomResourceException(
                $"Received response status [FAILED] from custom resource. Message returned: {response.Reason} (RequestId: {message.Scalar("RequestId")})"
            );
    }

    private Task<JsonObject> InvokeAsync(JsonObject message, CancellationToken cancellationToken) =>
        context.Aws.CallAsync(
            new Principal.Administrator(),
            "lambda",
            "Invoke",
            new JsonObject
            {
                ["FunctionName"] = message.Scalar("ServiceToken"),
                ["InvocationType"] = "Event",
                ["Payload"] = message.ToJsonString(),
            },
            cancellationToken
        );

    private async Task<byte[]> WithinAsync(
        Task<byte[]> answer,
        TimeSpan limit,
        JsonObject message,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await answer.WaitAsync(limit, context.Clock.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new CustomResourceException(
                "CloudFormation did not receive a response from your custom resource. Please check your logs for "
                    + $"requestId [{message.Scalar("RequestId")}]. If you are using the Python cfn-response module, you may need "
                    + "to update your Lambda function code so that CloudFormation can attach the updated version."
            );
        }
    }

    private static TimeSpan TimeoutOf(ResourceRequest request)
    {
        var text = request.Properties.Scalar("ServiceTimeout");
        return text is null ? TimeSpan.FromSeconds(LongestTimeout)
            : int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeout
                ? TimeSpan.FromSeconds(seconds)
            : throw new CustomResourceException($"ServiceTimeout is a number from 1 to 3600, not {text}");
    }
}
