using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class MetricDataResultWire
{
    public static MetricDataResult Read(JsonElement json) =>
        new()
        {
            Id = json.Text("Id"),
            Label = json.Text("Label"),
            Timestamps = json.Times("Timestamps"),
            Values = json.Numbers("Values"),
            StatusCode = json.Text("StatusCode"),
            Messages = json.Objects("Messages", MessageDataWire.Read),
        };
}
