using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class TestEventPatternRequestWire
{
    public static void Write(Utf8JsonWriter json, TestEventPatternRequest value)
    {
        json.WriteText("EventPattern", value.EventPattern);
        json.WriteText("Event", value.Event);
    }
}
