using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class TestEventPatternResponseWire
{
    public static TestEventPatternResponse Read(JsonElement json) => new() { Result = json.Flag("Result") };
}
