using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class MetricWire
{
    public static void Write(Utf8JsonWriter json, Metric value)
    {
        json.WriteText("Namespace", value.Namespace);
        json.WriteText("MetricName", value.MetricName);
        json.WriteObjects("Dimensions", value.Dimensions, DimensionWire.Write);
    }
}
