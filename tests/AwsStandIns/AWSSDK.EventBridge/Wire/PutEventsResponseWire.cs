using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class PutEventsResponseWire
{
    public static PutEventsResponse Read(JsonElement json) =>
        new()
        {
            FailedEntryCount = json.Integer("FailedEntryCount"),
            Entries = json.Objects("Entries", PutEventsResultEntryWire.Read),
        };
}
