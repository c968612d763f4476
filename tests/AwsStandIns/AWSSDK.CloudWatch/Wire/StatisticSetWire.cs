using System.Text.Json;
using Amazon.CloudWatch.Model;
using AwsJson;

namespace Amazon.CloudWatch.Wire;

internal static class StatisticSetWire
{
    public static void Write(Utf8JsonWriter json, StatisticSet value)
    {
        json.WriteNumberIfSet("SampleCount", value.SampleCount);
        json.WriteNumberIfSet("Sum", value.Sum);
        json.WriteNumberIfSet("Minimum", value.Minimum);
        json.WriteNumberIfSet("Maximum", value.Maximum);
    }
}
