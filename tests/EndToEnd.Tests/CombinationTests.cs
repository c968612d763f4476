using System.Text.Json.Nodes;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.EndToEnd.Tests;

/// <summary>That the combinations of parameters that matter make a stack whose outputs are true, and that it can be deleted.</summary>
/// <param name="sandbox">Shared by the combinations, as an account is by stacks.</param>
public sealed class CombinationTests(EmptySandbox sandbox) : IClassFixture<EmptySandbox>
{
    private static readonly Dictionary<string, (string Name, string Value)[]> Combinations = new(StringComparer.Ordinal)
    {
        ["no-credentials"] = [("FiretigerUsername", ""), ("FiretigerPassword", "")],
        ["no-dead-letter-queue"] = [("EnableDeadLetterQueue", "false")],
        ["nothing-optional"] = [("EnableDeadLetterQueue", "false"), ("EventLogRetentionDays", "0")],
        ["queue-trigger"] = [("RedriveTrigger", "Queue")],
        ["custom-bus"] = [("EventBridgeBus", "orders")],
        ["own-rule-name"] = [("EventBridgeRuleName", "our-ecs-events")],
        ["alarms"] = [("AlarmEmail", "on-call@example.com"), ("AlarmTopicArn", Account.Arn("sns", "on-call"))],
        ["no-event-log"] = [("EventLogRetentionDays", "0")],
        // The defaults.
        ["a-name-as-long-as-a-name-of-a-stack-may-be-" + new string('x', 85)] = [],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Combinations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_combination_is_made_tells_the_truth_and_is_deleted(string name)
    {
        await MakeOrdersBusAsync();
        var stack = sandbox.Stack(name);
        var parameters = await sandbox.WithAsync(Combinations[name]);

        var created = await stack.CreateAsync(EmptySandbox.Template, parameters, Cancellation);

        created.ShouldBe("CREATE_COMPLETE", string.Join('\n', await stack.FailuresAsync(Cancellation)));
        var bus = parameters.GetValueOrDefault("EventBridgeBus", "default");
        await OutputsShouldBeTrueAsync(await stack.OutputsAsync(Cancellation), bus);
        var id = await IdAsync(name);
        (await stack.DeleteAsync(Cancellation)).ShouldBe("DELETE_COMPLETE");
        var left = await LeftAsync(id);
        left.ShouldBe(
            parameters.GetValueOrDefault("EnableDeadLetterQueue") is "false"
                ? ["EventPatternCheck"]
                : ["DeadLetterQueue", "EventPatternCheck", "QuarantineQueue"]
        );
    }

    [Theory]
    [InlineData("both be given", "FiretigerPassword", "")]
    [InlineData("not both", "FiretigerCredentialsArn", "arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf")]
    [InlineData("needs FiretigerCredentialsArn", "FiretigerCredentialsVersion", "0a1b2c3d-0000-1111-2222-333344445555")]
    [InlineData("must begin with https://", "FiretigerEndpoint", "https://ingest.firetiger.test/")]
    public async Task A_combination_that_cannot_work_is_refused_before_anything_is_made(
        string why,
        string parameter,
        string value
    )
    {
        var parameters = await sandbox.WithAsync((parameter, value));

        var refusal = await Should.ThrowAsync<StackFailedException>(() =>
            sandbox.Stack("refused").CreateAsync(EmptySandbox.Template, parameters, Cancellation)
        );

        refusal.Message.ShouldContain(why);
    }

    private async Task MakeOrdersBusAsync()
    {
        var buses = await sandbox.CallAsync("events", "ListEventBuses", new JsonObject { ["NamePrefix"] = "orders" });
        if (buses["EventBuses"]!.AsArray().Count == 0)
        {
            await sandbox.CallAsync("events", "CreateEventBus", new JsonObject { ["Name"] = "orders" });
        }
    }

    private async Task OutputsShouldBeTrueAsync(IReadOnlyDictionary<string, string> outputs, string bus)
    {
        var rule = await sandbox.CallAsync(
            "events",
            "DescribeRule",
            new JsonObject { ["Name"] = outputs["EventBridgeRuleName"], ["EventBusName"] = bus }
        );
        Text(rule, "Arn").ShouldBe(outputs["EventBridgeRuleArn"]);
        var destination = await sandbox.CallAsync(
            "events",
            "DescribeApiDestination",
            new JsonObject { ["Name"] = outputs["ApiDestinationArn"].Split('/')[1] }
        );
        Text(destination, "ApiDestinationArn").ShouldBe(outputs["ApiDestinationArn"]);
        Text(destination, "InvocationEndpoint").ShouldBe(outputs["ApiDestinationEndpoint"]);
        Text(destination, "ConnectionArn").ShouldBe(outputs["ConnectionArn"]);
        await sandbox.CallAsync(
            "monitoring",
            "GetDashboard",
            new JsonObject { ["DashboardName"] = outputs["MonitoringDashboardUrl"].Split("#dashboards:name=")[1] }
        );
        outputs["SetupCompleteMessage"].ShouldContain(outputs["ApiDestinationEndpoint"]);
        foreach (var function in outputs.Keys.Where(key => key.EndsWith("FunctionName", StringComparison.Ordinal)))
        {
            await sandbox.CallAsync("lambda", "GetFunction", new JsonObject { ["FunctionName"] = outputs[function] });
        }

        if (!outputs.TryGetValue("DeadLetterQueueUrl", out var queueUrl))
        {
            outputs.Keys.ShouldNotContain("TestDeliveryCommand");
            return;
        }

        var queue = await sandbox.CallAsync(
            "sqs",
            "GetQueueAttributes",
            new JsonObject { ["QueueUrl"] = queueUrl, ["AttributeNames"] = new JsonArray("QueueArn") }
        );
        Text(queue["Attributes"]!, "QueueArn").ShouldBe(outputs["DeadLetterQueueArn"]);
        await sandbox.CallAsync(
            "sqs",
            "GetQueueAttributes",
            new JsonObject { ["QueueUrl"] = outputs["QuarantineQueueUrl"], ["AttributeNames"] = new JsonArray("All") }
        );
        outputs["TestDeliveryCommand"].ShouldContain($"--function-name {outputs["DlqRedriverFunctionName"]} ");
        outputs["StatusCommand"].ShouldContain("""'{"action":"status"}'""");
    }

    private async Task<string> IdAsync(string stack)
    {
        var described = await sandbox.CallAsync(
            "cloudformation",
            "DescribeStacks",
            new JsonObject { ["StackName"] = stack }
        );
        return Text(described["Stacks"]![0]!, "StackId");
    }

    private async Task<IEnumerable<string>> LeftAsync(string stackId)
    {
        var events = await sandbox.CallAsync(
            "cloudformation",
            "DescribeStackEvents",
            new JsonObject { ["StackName"] = stackId }
        );
        return events["StackEvents"]!
            .AsArray()
            .Where(one => Text(one!, "ResourceStatus") is "DELETE_SKIPPED")
            .Select(one => Text(one!, "LogicalResourceId"))
            .Order(StringComparer.Ordinal);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
