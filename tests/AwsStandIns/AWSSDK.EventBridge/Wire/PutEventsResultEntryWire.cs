using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class PutEventsResultEntryWire
{
    public static PutEventsResultEntry Read(JsonElement json) =>
        new()
        {
            EventId = json.Text("EventId"),
            ErrorCode = json.Text("ErrorCode"),
            ErrorMessage = json.Text("ErrorMessage"),
        };
}
