using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class EntityMetricDataWire
{
    public static void Write(Utf8JsonWriter json, EntityMetricData value)
    {
        json.WriteObject("Entity", value.Entity, EntityWire.Write);
        json.WriteObjects("MetricData", value.MetricData, MetricDatumWire.Write);
    }
}
