using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeConnectionRequestWire
{
    public static void Write(Utf8JsonWriter json, DescribeConnectionRequest value)
    {
        json.WriteText("Name", value.Name);
    }
}
