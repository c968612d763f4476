using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class MetricDataQueryWire
{
    public static void Write(Utf8JsonWriter json, MetricDataQuery value)
    {
        json.WriteText("Id", value.Id);
        json.WriteObject("MetricStat", value.MetricStat, MetricStatWire.Write);
        json.WriteText("Expression", value.Expression);
        json.WriteText("Label", value.Label);
        json.WriteFlag("ReturnData", value.ReturnData);
        json.WriteNumberIfSet("Period", value.Period);
        json.WriteText("AccountId", value.AccountId);
    }
}
