using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class MetricDatumWire
{
    public static void Write(Utf8JsonWriter json, MetricDatum value)
    {
        json.WriteText("MetricName", value.MetricName);
        json.WriteObjects("Dimensions", value.Dimensions, DimensionWire.Write);
        json.WriteEpochSeconds("Timestamp", value.Timestamp);
        json.WriteNumberIfSet("Value", value.Value);
        json.WriteObject("StatisticValues", value.StatisticValues, StatisticSetWire.Write);
        json.WriteNumbers("Values", value.Values);
        json.WriteNumbers("Counts", value.Counts);
        json.WriteText("Unit", value.Unit?.Value);
        json.WriteNumberIfSet("StorageResolution", value.StorageResolution);
    }
}
