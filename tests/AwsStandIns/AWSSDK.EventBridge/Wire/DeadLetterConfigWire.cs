using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DeadLetterConfigWire
{
    public static DeadLetterConfig Read(JsonElement json) => new() { Arn = json.Text("Arn") };
}
