using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class ListTargetsByRuleRequestWire
{
    public static void Write(Utf8JsonWriter json, ListTargetsByRuleRequest value)
    {
        json.WriteText("Rule", value.Rule);
        json.WriteText("EventBusName", value.EventBusName);
        json.WriteText("NextToken", value.NextToken);
        json.WriteNumberIfSet("Limit", value.Limit);
    }
}
