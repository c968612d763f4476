using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class PutEventsRequestEntryWire
{
    public static void Write(Utf8JsonWriter json, PutEventsRequestEntry value)
    {
        json.WriteEpochSeconds("Time", value.Time);
        json.WriteText("Source", value.Source);
        json.WriteTexts("Resources", value.Resources);
        json.WriteText("DetailType", value.DetailType);
        json.WriteText("Detail", value.Detail);
        json.WriteText("EventBusName", value.EventBusName);
        json.WriteText("TraceHeader", value.TraceHeader);
    }
}
