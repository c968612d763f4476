using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class LabelOptionsWire
{
    public static void Write(Utf8JsonWriter json, LabelOptions value)
    {
        json.WriteText("Timezone", value.Timezone);
    }
}
