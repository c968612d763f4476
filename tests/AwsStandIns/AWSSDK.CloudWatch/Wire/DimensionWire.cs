using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class DimensionWire
{
    public static void Write(Utf8JsonWriter json, Dimension value)
    {
        json.WriteText("Name", value.Name);
        json.WriteText("Value", value.Value);
    }
}
