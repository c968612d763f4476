using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class MetricStatWire
{
    public static void Write(Utf8JsonWriter json, MetricStat value)
    {
        json.WriteObject("Metric", value.Metric, MetricWire.Write);
        json.WriteNumberIfSet("Period", value.Period);
        json.WriteText("Stat", value.Stat);
        json.WriteText("Unit", value.Unit?.Value);
    }
}
