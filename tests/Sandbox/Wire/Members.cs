using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>Reads an operation's input. A member of the wrong JSON type is a SerializationException.</summary>
internal static class Members
{
    public static string? Text(this JsonObject input, string name) =>
        input[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => throw Wrong(name, "a string"),
        };

    public static double? Number(this JsonObject input, string name) =>
        input[name] is { } node ? NumberOf(node, name) : null;

    /// <summary>Reads an integer of 32 bits.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The member.</param>
    /// <returns>The number, or null where there is none.</returns>
    /// <exception cref="AwsException">SerializationException.</exception>
    public static int? Whole(this JsonObject input, string name) =>
        input.Number(name) switch
        {
            null => null,
            { } number when double.IsInteger(number) && Math.Abs(number) <= int.MaxValue => (int)number,
            _ => throw Wrong(name, "an integer"),
        };

    public static bool? Flag(this JsonObject input, string name) =>
        input[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            _ => throw Wrong(name, "a boolean"),
        };

    public static DateTimeOffset? Time(this JsonObject input, string name) =>
        input[name] switch
        {
            null => null,
            JsonValue value when Timestamp.TryGet(value, out var time) => time,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => Iso8601(input.Text(name)!, name),
            { } node => Timestamp.FromEpochSeconds(NumberOf(node, name)),
        };

    public static JsonObject? Structure(this JsonObject input, string name) =>
        input[name] switch
        {
            null => null,
            JsonObject structure => structure,
            _ => throw Wrong(name, "an object"),
        };

    /// <summary>Reads a list of structures.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The member.</param>
    /// <returns>The structures; none where there is no such member.</returns>
    public static IReadOnlyList<JsonObject> Structures(this JsonObject input, string name) =>
        [.. input.List(name).Select(item => item as JsonObject ?? throw Wrong(name, "a list of objects"))];

    public static IReadOnlyList<string> Texts(this JsonObject input, string name) =>
        [.. input.List(name).Select(item => TextOf(item) ?? throw Wrong(name, "a list of strings"))];

    public static IReadOnlyList<double> Numbers(this JsonObject input, string name) =>
        [.. input.List(name).Select(item => NumberOf(item, name))];

    /// <summary>Reads a map of strings.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The member.</param>
    /// <returns>The map; empty where there is no such member.</returns>
    public static IReadOnlyDictionary<string, string> TextMap(this JsonObject input, string name) =>
        (input.Structure(name) ?? []).ToDictionary(
            entry => entry.Key,
            entry => TextOf(entry.Value) ?? throw Wrong(name, "a map of strings"),
            StringComparer.Ordinal
        );

    private static JsonArray List(this JsonObject input, string name) =>
        input[name] switch
        {
            null => [],
            JsonArray list => list,
            _ => throw Wrong(name, "a list"),
        };

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double NumberOf(JsonNode? node, string name) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
            : throw Wrong(name, "a number");

    private static DateTimeOffset Iso8601(string text, string name) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Wrong(name, "a timestamp");

    private static AwsException Wrong(string name, string expected) => BadInput.Because($"{name} is not {expected}");
}
