using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Lambda;

namespace Firetiger.Sandbox.Tests.CloudFormation;

/// <summary>What the tests of stacks do again and again.</summary>
internal static class StackStage
{
    /// <summary>Makes a double of SQS that refuses queues whose name begins with <c>bad</c>.</summary>
    /// <returns>The double.</returns>
    public static RecordedService Sqs() =>
        new(
            "sqs",
            request =>
                (request.Operation, $"{request.Input["QueueName"]}") switch
                {
                    ("GetQueueUrl", _) => throw new AwsException("QueueDoesNotExist", "There is none"),
                    (_, ['b', 'a', 'd', ..]) => throw new AwsException("InvalidParameterValue", "No such luck"),
                    var (_, name) => Task.FromResult(new JsonObject { ["QueueUrl"] = $"http://sqs/{name}" }),
                }
        );

    public static Task<JsonObject> CreateAsync(this Stage stage, string template, params string[] capabilities) =>
        stage.RunAsync("CreateStack", template, capabilities);

    public static Task<JsonObject> UpdateAsync(this Stage stage, string template) =>
        stage.RunAsync("UpdateStack", template);

    /// <summary>Starts an operation and waits for its end.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="template">Its template; null for none.</param>
    /// <param name="capabilities">Its capabilities.</param>
    /// <returns>The stack's description.</returns>
    public static async Task<JsonObject> RunAsync(
        this Stage stage,
        string operation,
        string? template,
        params string[] capabilities
    )
    {
        var id = operation is "DeleteStack" ? (await stage.DescribeAsync("s"))["StackId"]!.ToString() : null;
        var input = new JsonObject
        {
            ["StackName"] = "s",
            ["TemplateBody"] = template,
            ["Capabilities"] = new JsonArray([.. capabilities.Select(name => JsonValue.Create(name))]),
        };
        await stage.CallAsync("cloudformation", operation, input);
        while (true)
        {
            var stack = await stage.DescribeAsync(id ?? "s");
            if (!stack["StackStatus"]!.ToString().EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                return stack;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stage.Token);
        }
    }

    public static async Task<JsonObject> DescribeAsync(this Stage stage, string nameOrId)
    {
        var output = await stage.CallAsync(
            "cloudformation",
            "DescribeStacks",
            new JsonObject { ["StackName"] = nameOrId }
        );
        return output["Stacks"]![0]!.AsObject();
    }

    /// <summary>Reads the history as <c>LogicalId STATUS</c>, oldest first.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="stack">The stack's name or id.</param>
    /// <returns>The lines.</returns>
    public static async Task<IReadOnlyList<string>> HistoryAsync(this Stage stage, string stack = "s")
    {
        var events = await stage.EventsAsync(stack);
        return [.. events.Select(one => $"{one["LogicalResourceId"]} {one["ResourceStatus"]}").Distinct()];
    }

    public static async Task<IReadOnlyList<JsonNode>> EventsAsync(this Stage stage, string stack = "s")
    {
        var output = await stage.CallAsync(
            "cloudformation",
            "DescribeStackEvents",
            new JsonObject { ["StackName"] = stack }
        );
        return [.. output["StackEvents"]!.AsArray().Reverse().OfType<JsonNode>()];
    }
}
