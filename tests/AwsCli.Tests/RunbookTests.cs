using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.AwsCli.Tests;

/// <summary>That the commands of docs/operations.md do what it says, as they stand there.</summary>
public sealed class RunbookTests
{
    private static readonly string Operations = File.ReadAllText(
        Path.Combine(Repository.Template.Directory!.Parent!.FullName, "docs", "operations.md")
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_route_is_restored_after_somebody_deleted_it()
    {
        await using var sandbox = await SandboxHost.StartAsync(
            AwsCliTests.Arguments.ToOptions(),
            TimeProvider.System,
            Cancellation
        );
        var arguments = AwsCliTests.Arguments with
        {
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DeadLetterQueueRetentionSeconds"] = "345600",
                ["RedriveIntervalMinutes"] = "10",
            },
        };
        var installation = await Installation.DeployAsync(sandbox, arguments, Cancellation);
        var before = await RouteAsync(sandbox, installation);
        var (bus, rule, queue) = (before.Bus, before.Rule, installation.Outputs["DeadLetterQueueUrl"]);
        await AwsCli.TypeAsync(sandbox, $"events remove-targets --event-bus-name {bus} --rule {rule} --ids Firetiger");
        await AwsCli.TypeAsync(sandbox, $"events delete-rule --event-bus-name {bus} --name {rule}");
        await AwsCli.TypeAsync(sandbox, $"events delete-event-bus --name {bus}");
        await AwsCli.TypeAsync(sandbox, $"sqs delete-queue --queue-url {queue}");

        var (exitCode, _, error) = await AwsCli.ShellAsync(
            sandbox,
            BlockAfter("# Operations") + BlockAfter("### Restore the route")
        );

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        var after = await RouteAsync(sandbox, installation);
        after.Pattern.ShouldBe(before.Pattern);
        JsonNode.DeepEquals(after.Target, before.Target).ShouldBeTrue($"{after.Target}\nis not\n{before.Target}");
        after.Queue.ShouldBe(before.Queue);
        after.BusLog.ShouldBe(before.BusLog);
        after.Policy.ShouldBe(before.Policy, ignoreOrder: true);
    }

    /// <summary>Gets the first commands behind a heading.</summary>
    private static string BlockAfter(string heading)
    {
        const string Fence = "```bash\n";
        var start = Operations.IndexOf($"{heading}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, heading);
        start = Operations.IndexOf(Fence, start, StringComparison.Ordinal) + Fence.Length;
        return Operations[start..Operations.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static async Task<Route> RouteAsync(SandboxHost sandbox, Installation installation)
    {
        var function = $"--function-name {installation.Outputs["DlqRedriverFunctionName"]}";
        var configuration = await AwsCli.TypeAsync(sandbox, $"lambda get-function-configuration {function}");
        var settings = configuration["Environment"]!["Variables"]!;
        var (bus, rule) = ($"{settings["REDRIVE_BUS_NAME"]}", $"{settings["REDRIVE_RULE_NAME"]}");
        var described = await AwsCli.TypeAsync(sandbox, $"events describe-rule --event-bus-name {bus} --name {rule}");
        var targets = await AwsCli.TypeAsync(
            sandbox,
            $"events list-targets-by-rule --event-bus-name {bus} --rule {rule}"
        );
        var attributes = await AwsCli.TypeAsync(
            sandbox,
            $"sqs get-queue-attributes --queue-url {installation.Outputs["DeadLetterQueueUrl"]} --attribute-names All"
        );
        var queue = attributes["Attributes"]!;
        var policy = JsonNode.Parse($"{queue["Policy"]}")!["Statement"]!.AsArray();
        var log = (await AwsCli.TypeAsync(sandbox, $"events describe-event-bus --name {bus}"))["LogConfig"]!;
        return new Route(
            bus,
            rule,
            $"{described["State"]} {JsonNode.Parse($"{described["EventPattern"]}")!.ToJsonString()}",
            targets["Targets"]!.AsArray().Single()!,
            $"{queue["VisibilityTimeout"]} {queue["MaximumMessageSize"]} {queue["MessageRetentionPeriod"]}",
            log.ToJsonString(),
            [.. policy.Select(statement => Meaning(statement!.AsObject()))]
        );
    }

    /// <summary>Leaves out the name of a statement, and the order of its members.</summary>
    private static string Meaning(JsonObject statement) =>
        string.Join(
            '\n',
            statement
                .Where(member => member.Key is not "Sid")
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => $"{member.Key}: {member.Value!.ToJsonString()}")
        );

    private sealed record Route(
        string Bus,
        string Rule,
        string Pattern,
        JsonNode Target,
        string Queue,
        string BusLog,
        string[] Policy
    );
}
