using System.Text.Json.Nodes;

namespace Firetiger.Template.Tests.Model;

/// <summary>A metric that an alarm or a dashboard looks at.</summary>
/// <param name="Reader">The alarm's or dashboard's logical id.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its dimensions.</param>
internal sealed record MetricReading(
    string Reader,
    string Namespace,
    string Name,
    IReadOnlyDictionary<string, string> Dimensions
)
{
    public static IEnumerable<MetricReading> In(Stack stack) =>
        stack
            .OfType("AWS::CloudWatch::Alarm")
            .SelectMany(alarm => OfAlarm(alarm.Id, alarm.Resource["Properties"]!))
            .Concat(
                stack
                    .OfType("AWS::CloudWatch::Dashboard")
                    .SelectMany(dashboard => OfDashboard(dashboard.Id, Body(dashboard.Resource)))
            );

    public static JsonNode Body(JsonNode dashboard) => JsonNode.Parse(dashboard.Text("Properties/DashboardBody")!)!;

    public bool Has(params ReadOnlySpan<(string Name, string Value)> dimensions)
    {
        foreach (var (name, value) in dimensions)
        {
            if (Dimensions.GetValueOrDefault(name) != value)
            {
                return false;
            }
        }

        return Dimensions.Count == dimensions.Length;
    }

    public override string ToString() =>
        $"{Namespace} {Name} {string.Join(", ", Dimensions.Select(pair => $"{pair.Key}={pair.Value}"))}";

    private static IEnumerable<MetricReading> OfAlarm(string id, JsonNode properties) =>
        properties
            .Items("Metrics")
            .Select(metric => metric.At("MetricStat/Metric"))
            .Prepend(properties.At("MetricName") is null ? null : properties)
            .Where(metric => metric is not null)
            .Select(metric => new MetricReading(
                id,
                metric.Text("Namespace")!,
                metric.Text("MetricName")!,
                metric
                    .Items("Dimensions")
                    .ToDictionary(one => one.Text("Name")!, one => one.Text("Value")!, StringComparer.Ordinal)
            ));

    /// <summary>In a widget's rows "." stands for what the row above has in that place.</summary>
    private static IEnumerable<MetricReading> OfDashboard(string id, JsonNode body)
    {
        foreach (var widget in body.Items("widgets"))
        {
            List<string> above = [];
            foreach (var row in widget.Items("properties/metrics").Where(row => row[0] is JsonValue))
            {
                List<string> texts = [.. row.AsArray().OfType<JsonValue>().Select(text => text.GetValue<string>())];
                above = [.. texts.Select((text, index) => text == "." ? above[index] : text)];
                yield return new MetricReading(
                    id,
                    above[0],
                    above[1],
                    above.Skip(2).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
                );
            }
        }
    }
}
