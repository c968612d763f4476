using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class TargetWire
{
    public static Target Read(JsonElement json) =>
        new()
        {
            Id = json.Text("Id"),
            Arn = json.Text("Arn"),
            RoleArn = json.Text("RoleArn"),
            Input = json.Text("Input"),
            InputPath = json.Text("InputPath"),
            InputTransformer = json.Object("InputTransformer", InputTransformerWire.Read),
            SqsParameters = json.Object("SqsParameters", SqsParametersWire.Read),
            HttpParameters = json.Object("HttpParameters", HttpParametersWire.Read),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigWire.Read),
            RetryPolicy = json.Object("RetryPolicy", RetryPolicyWire.Read),
        };
}
