using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeEventBusRequestWire
{
    public static void Write(Utf8JsonWriter json, DescribeEventBusRequest value)
    {
        json.WriteText("Name", value.Name);
    }
}
