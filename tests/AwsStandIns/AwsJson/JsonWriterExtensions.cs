#nullable enable
using System.Text.Json;
using Amazon.Runtime.Internal.Util;

namespace AwsJson;

/// <summary>Writes members of a request; a member that is null is not written at all.</summary>
internal static class JsonWriterExtensions
{
    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteFlag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void WriteNumberIfSet(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void WriteNumberIfSet(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <summary>The SDK writes whole seconds, so an event put with a Time loses its fraction of a second.</summary>
    public static void WriteEpochSeconds(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } time)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(StringUtils.FromDateTimeToUnixTimestamp(time));
        }
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string>? values) =>
        json.WriteItems(name, values, static (writer, text) => writer.WriteStringValue(text));

    public static void WriteNumbers(this Utf8JsonWriter json, string name, IEnumerable<double>? values) =>
        json.WriteItems(name, values, static (writer, number) => writer.WriteNumberValue(number));

    public static void WriteObjects<T>(
        this Utf8JsonWriter json,
        string name,
        IEnumerable<T>? values,
        Action<Utf8JsonWriter, T> write
    ) => json.WriteItems(name, values, (writer, value) => WriteBraced(writer, value, write));

    public static void WriteObject<T>(this Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            WriteBraced(json, value, write);
        }
    }

    public static void WriteTextMap(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string>? map) =>
        json.WriteObject(name, map, WriteEntries);

    private static void WriteEntries(Utf8JsonWriter json, IReadOnlyDictionary<string, string> map)
    {
        foreach (var (key, value) in map)
        {
            json.WriteString(key, value);
        }
    }

    private static void WriteItems<T>(
        this Utf8JsonWriter json,
        string name,
        IEnumerable<T>? values,
        Action<Utf8JsonWriter, T> write
    )
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteBraced<T>(Utf8JsonWriter json, T value, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        write(json, value);
        json.WriteEndObject();
    }
}
