using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeApiDestinationResponseWire
{
    public static DescribeApiDestinationResponse Read(JsonElement json) =>
        new()
        {
            ApiDestinationArn = json.Text("ApiDestinationArn"),
            Name = json.Text("Name"),
            Description = json.Text("Description"),
            ApiDestinationState = json.Text("ApiDestinationState"),
            ConnectionArn = json.Text("ConnectionArn"),
            InvocationEndpoint = json.Text("InvocationEndpoint"),
            HttpMethod = json.Text("HttpMethod"),
            InvocationRateLimitPerSecond = json.Integer("InvocationRateLimitPerSecond"),
            CreationTime = json.Time("CreationTime"),
            LastModifiedTime = json.Time("LastModifiedTime"),
        };
}
