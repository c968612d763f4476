using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeRuleRequestWire
{
    public static void Write(Utf8JsonWriter json, DescribeRuleRequest value)
    {
        json.WriteText("Name", value.Name);
        json.WriteText("EventBusName", value.EventBusName);
    }
}
