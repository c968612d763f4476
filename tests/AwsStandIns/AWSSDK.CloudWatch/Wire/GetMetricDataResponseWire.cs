using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class GetMetricDataResponseWire
{
    public static GetMetricDataResponse Read(JsonElement json) =>
        new()
        {
            MetricDataResults = json.Objects("MetricDataResults", MetricDataResultWire.Read),
            NextToken = json.Text("NextToken"),
            Messages = json.Objects("Messages", MessageDataWire.Read),
        };
}
