using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class InputTransformerWire
{
    public static InputTransformer Read(JsonElement json) =>
        new() { InputPathsMap = json.TextMap("InputPathsMap"), InputTemplate = json.Text("InputTemplate") };
}
