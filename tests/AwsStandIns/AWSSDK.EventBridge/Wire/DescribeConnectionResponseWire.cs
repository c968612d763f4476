using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeConnectionResponseWire
{
    public static DescribeConnectionResponse Read(JsonElement json) =>
        new()
        {
            ConnectionArn = json.Text("ConnectionArn"),
            Name = json.Text("Name"),
            Description = json.Text("Description"),
            ConnectionState = json.Text("ConnectionState"),
            StateReason = json.Text("StateReason"),
            AuthorizationType = json.Text("AuthorizationType"),
            SecretArn = json.Text("SecretArn"),
            KmsKeyIdentifier = json.Text("KmsKeyIdentifier"),
            CreationTime = json.Time("CreationTime"),
            LastModifiedTime = json.Time("LastModifiedTime"),
            LastAuthorizedTime = json.Time("LastAuthorizedTime"),
        };
}
