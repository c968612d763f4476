using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class EntityWire
{
    public static void Write(Utf8JsonWriter json, Entity value)
    {
        json.WriteTextMap("KeyAttributes", value.KeyAttributes);
        json.WriteTextMap("Attributes", value.Attributes);
    }
}
