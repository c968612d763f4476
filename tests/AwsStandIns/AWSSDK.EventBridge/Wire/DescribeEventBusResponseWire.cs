using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeEventBusResponseWire
{
    public static DescribeEventBusResponse Read(JsonElement json) =>
        new()
        {
            Name = json.Text("Name"),
            Arn = json.Text("Arn"),
            Description = json.Text("Description"),
            KmsKeyIdentifier = json.Text("KmsKeyIdentifier"),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigWire.Read),
            Policy = json.Text("Policy"),
            CreationTime = json.Time("CreationTime"),
            LastModifiedTime = json.Time("LastModifiedTime"),
        };
}
