using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class MessageDataWire
{
    public static MessageData Read(JsonElement json) => new() { Code = json.Text("Code"), Value = json.Text("Value") };
}
