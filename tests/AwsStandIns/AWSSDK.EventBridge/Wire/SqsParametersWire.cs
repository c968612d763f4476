using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class SqsParametersWire
{
    public static SqsParameters Read(JsonElement json) => new() { MessageGroupId = json.Text("MessageGroupId") };
}
