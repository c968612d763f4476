using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Iam;

namespace Firetiger.EndToEnd.Tests;

/// <summary>What a stack shows of itself, and what its roles were used for.</summary>
/// <param name="stack">What befell it.</param>
public sealed class AftermathTests(Aftermath stack) : IClassFixture<Aftermath>
{
    /// <summary>What the sandbox's services never measure: a queue's depth, a function's errors, what was lost although nothing was.</summary>
    private static readonly string[] NotMeasured = ["AWS/SQS", "AWS/Lambda", "InvocationsFailedToBeSentToDlq"];

    [Fact]
    public async Task Every_matched_event_is_in_the_log()
    {
        var matched = (await stack.Sandbox.UntilAsync(progress => progress.IsOver)).Report.Matched;

        var ids = (await stack.LinesAsync("EventLogGroup")).Select(line => JsonNode.Parse(line)!["id"]!.ToString());

        ids.Distinct().Count().ShouldBe(matched);
    }

    [Fact]
    public async Task The_log_of_the_redrive_bus_names_the_401_and_no_event()
    {
        var lines = await stack.LinesAsync("RedriveBusLogGroup");

        lines.ShouldContain(line => line.Contains("HTTP status code 401"));
        lines.ShouldAllBe(line => !line.Contains("taskArn"));
    }

    [Fact]
    public async Task Lines_in_the_event_log_do_not_count_as_deliveries()
    {
        var rule = stack.Sandbox.Installation.Outputs["EventBridgeRuleArn"];

        var delivered = stack.Sandbox.Host.Journal.Records.Count(record =>
            string.Equals(record.RuleArn, rule, StringComparison.Ordinal) && record.Step == DeliveryStep.Delivered
        );

        (await SumAsync("SuccessfulInvocationAttempts")).ShouldBe(delivered);
        delivered.ShouldBeLessThan((int)await SumAsync("InvocationAttempts"));
    }

    [Fact]
    public async Task Alarms_look_at_metrics_that_were_put()
    {
        var put = (await stack.CallAsync("monitoring", "ListMetrics", []))["Metrics"]!
            .AsArray()
            .Select(Key)
            .ToHashSet();
        var alarms = (await stack.CallAsync("monitoring", "DescribeAlarms", []))["MetricAlarms"]!.AsArray();

        var looked = alarms
            .SelectMany(alarm =>
                alarm!["Metrics"]?.AsArray().Select(metric => metric!["MetricStat"]?["Metric"]) ?? [alarm]
            )
            .OfType<JsonNode>()
            .Select(Key)
            .Where(key => !NotMeasured.Any(key.Contains))
            .Distinct()
            .ToList();

        looked.Count.ShouldBeGreaterThan(8);
        looked.ShouldBeSubsetOf(put);
    }

    [Fact]
    public async Task Only_alarms_of_this_stack_publish_to_its_topic()
    {
        var alarm = stack.Sandbox.Installation.Resources["EventsLostAlarm"];
        var input = new JsonObject
        {
            ["TopicArn"] = stack.Sandbox.Installation.Resources["AlarmTopic"],
            ["Message"] = "ALARM",
        };

        await stack.CallAsync("sns", "Publish", input, CloudWatch(alarm));
        var refusal = await Should.ThrowAsync<AwsException>(() =>
            stack.CallAsync("sns", "Publish", input, CloudWatch("another-stacks-alarm"))
        );

        refusal.Code.ShouldBe("AccessDeniedException");
    }

    [Fact]
    public void No_role_was_refused_anything() =>
        stack.Sandbox.Host.Context.Authorizer.Decisions.ShouldAllBe(decision => decision.IsAllowed);

    [Fact]
    public void Every_grant_of_every_role_was_used()
    {
        var decisions = stack.Sandbox.Host.Context.Authorizer.Decisions;
        var grants =
            from role in stack.Sandbox.Host.Context.Identities.Roles.Values
            from policy in role.IdentityPolicies
            from statement in policy.Statements
            from action in statement.Actions
            from resource in statement.Resources
            select (Role: role.Name, Action: action, Resource: resource);

        var unused = grants.Where(grant =>
            !decisions.Any(decision =>
                string.Equals(decision.RoleName, grant.Role, StringComparison.Ordinal)
                && string.Equals(decision.Action, grant.Action, StringComparison.Ordinal)
                && (grant.Resource is "*" || Wildcard.IsArnMatch(decision.Resource, grant.Resource))
            )
        );

        grants.Count().ShouldBeGreaterThan(20);
        unused.ShouldBeEmpty();
    }

    private static Principal.Service CloudWatch(string alarm) =>
        new("cloudwatch.amazonaws.com", Account.Arn("cloudwatch", $"alarm:{alarm}"));

    private static string Key(JsonNode? metric) =>
        $"{metric!["Namespace"]} {metric["MetricName"]} "
        + string.Join(
            ", ",
            (metric["Dimensions"] as JsonArray ?? [])
                .Select(dimension => $"{dimension!["Name"]}={dimension["Value"]}")
                .Order(StringComparer.Ordinal)
        );

    private async Task<double> SumAsync(string metric)
    {
        var now = stack.Sandbox.Host.Context.Clock.Now;
        var query = new JsonObject
        {
            ["StartTime"] = JsonValue.Create(now.AddDays(-14)),
            ["EndTime"] = JsonValue.Create(now.AddDays(1)),
            ["MetricDataQueries"] = new JsonArray(
                new JsonObject
                {
                    ["Id"] = "m",
                    ["MetricStat"] = new JsonObject
                    {
                        ["Metric"] = new JsonObject
                        {
                            ["Namespace"] = "AWS/Events",
                            ["MetricName"] = metric,
                            ["Dimensions"] = new JsonArray(
                                new JsonObject
                                {
                                    ["Name"] = "RuleName",
                                    ["Value"] = stack.Sandbox.Installation.Outputs["EventBridgeRuleName"],
                                }
                            ),
                        },
                        ["Period"] = 60,
                        ["Stat"] = "Sum",
                    },
                }
            ),
        };
        var data = await stack.CallAsync("monitoring", "GetMetricData", query);
        return data["MetricDataResults"]![0]!["Values"]!.AsArray().Sum(value => value!.GetValue<double>());
    }
}
