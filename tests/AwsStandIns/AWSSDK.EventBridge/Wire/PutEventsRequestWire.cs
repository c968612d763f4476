using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class PutEventsRequestWire
{
    public static void Write(Utf8JsonWriter json, PutEventsRequest value)
    {
        json.WriteObjects("Entries", value.Entries, PutEventsRequestEntryWire.Write);
        json.WriteText("EndpointId", value.EndpointId);
    }
}
