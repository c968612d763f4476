using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class ListTargetsByRuleResponseWire
{
    public static ListTargetsByRuleResponse Read(JsonElement json) =>
        new() { Targets = json.Objects("Targets", TargetWire.Read), NextToken = json.Text("NextToken") };
}
