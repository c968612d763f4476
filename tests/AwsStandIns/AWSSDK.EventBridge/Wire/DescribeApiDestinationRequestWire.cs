using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeApiDestinationRequestWire
{
    public static void Write(Utf8JsonWriter json, DescribeApiDestinationRequest value)
    {
        json.WriteText("Name", value.Name);
    }
}
