#nullable enable
using System.Text.Json;

namespace AwsJson;

/// <summary>Reads members of a response; one that is absent or null is null.</summary>
internal static class JsonElementExtensions
{
    public static string? Text(this JsonElement json, string name) => json.Member(name)?.GetString();

    public static int? Integer(this JsonElement json, string name) => json.Member(name)?.GetInt32();

    public static bool? Flag(this JsonElement json, string name) => json.Member(name)?.GetBoolean();

    public static DateTime? Time(this JsonElement json, string name) =>
        json.Member(name) is { } time ? FromEpochSeconds(time) : null;

    public static List<string>? Texts(this JsonElement json, string name) =>
        json.Objects(name, static text => text.GetString()!);

    public static List<double>? Numbers(this JsonElement json, string name) =>
        json.Objects(name, static number => number.GetDouble());

    public static List<DateTime>? Times(this JsonElement json, string name) => json.Objects(name, FromEpochSeconds);

    public static Dictionary<string, string>? TextMap(this JsonElement json, string name) =>
        json.Object(
            name,
            static map =>
                map.EnumerateObject()
                    .ToDictionary(
                        static entry => entry.Name,
                        static entry => entry.Value.GetString()!,
                        StringComparer.Ordinal
                    )
        );

    public static T? Object<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class => json.Member(name) is { } member ? read(member) : null;

    public static List<T>? Objects<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Member(name) is { } list ? [.. list.EnumerateArray().Select(read)] : null;

    private static JsonElement? Member(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Seconds with a fraction; rounded to milliseconds, as a double cannot carry ticks this far from 1970.</summary>
    private static DateTime FromEpochSeconds(JsonElement time) =>
        DateTime.UnixEpoch.AddMilliseconds(Math.Round(time.GetDouble() * 1000));
}
