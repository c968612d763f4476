using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class RetryPolicyWire
{
    public static RetryPolicy Read(JsonElement json) =>
        new()
        {
            MaximumRetryAttempts = json.Integer("MaximumRetryAttempts"),
            MaximumEventAgeInSeconds = json.Integer("MaximumEventAgeInSeconds"),
        };
}
