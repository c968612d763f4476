using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>EventBridge's metrics of a rule ("Monitoring Amazon EventBridge", user guide). None is sent as a zero.</summary>
internal sealed class RuleMetrics(SandboxContext context)
{
    private static readonly Principal Service = new Principal.Service(TargetRole.ServiceName);

    /// <summary>Adds one to each metric.</summary>
    /// <param name="rule">The rule they are of.</param>
    /// <param name="names">The metrics.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>A task that ends when CloudWatch has them.</returns>
    public async Task CountAsync(Rule rule, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var data = names.Select(name => new JsonObject
        {
            ["MetricName"] = name,
            ["Value"] = 1.0,
            ["Unit"] = "Count",
            ["Timestamp"] = JsonValue.Create(context.Clock.Now),
            ["Dimensions"] = Dimensions(rule),
        });
        var input = new JsonObject { ["Namespace"] = "AWS/Events", ["MetricData"] = new JsonArray([.. data]) };
        await context.Aws.CallAsync(Service, "monitoring", "PutMetricData", input, cancellationToken);
    }

    /// <summary>A rule of the default bus has RuleName alone.</summary>
    private static JsonArray Dimensions(Rule rule) =>
        rule.BusName is EventBus.DefaultName
            ? [Dimension("RuleName", rule.Name)]
            : [Dimension("EventBusName", rule.BusName), Dimension("RuleName", rule.Name)];

    private static JsonObject Dimension(string name, string value) => new() { ["Name"] = name, ["Value"] = value };
}
