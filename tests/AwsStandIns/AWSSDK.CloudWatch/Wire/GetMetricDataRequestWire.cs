using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class GetMetricDataRequestWire
{
    public static void Write(Utf8JsonWriter json, GetMetricDataRequest value)
    {
        json.WriteObjects("MetricDataQueries", value.MetricDataQueries, MetricDataQueryWire.Write);
        json.WriteEpochSeconds("StartTime", value.StartTime);
        json.WriteEpochSeconds("EndTime", value.EndTime);
        json.WriteText("NextToken", value.NextToken);
        json.WriteText("ScanBy", value.ScanBy?.Value);
        json.WriteNumberIfSet("MaxDatapoints", value.MaxDatapoints);
        json.WriteObject("LabelOptions", value.LabelOptions, LabelOptionsWire.Write);
    }
}
