using System.Text.Json;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>What can be told of an event without a pattern.</summary>
/// <param name="IsEvent">Whether it is a JSON object without mistakes.</param>
/// <param name="Time">When it happened, by its own <c>time</c>; <see langword="null"/> when that cannot be read.</param>
internal readonly record struct EventFacts(bool IsEvent, DateTimeOffset? Time)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    public static EventFacts Of(ReadOnlySpan<byte> utf8Event)
    {
        var json = new Utf8JsonReader(utf8Event, Options);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            DateTimeOffset? time = null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isTime = json.ValueSpan.SequenceEqual("time"u8);
                json.Read();
                time = isTime ? ReadTime(json) : time;
                json.Skip();
            }

            return new EventFacts(true, time);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // AWS escapes neither the name nor the time. Escapes are not unescaped: half of a surrogate pair would throw.
    private static DateTimeOffset? ReadTime(Utf8JsonReader json) =>
        json is { TokenType: JsonTokenType.String, ValueIsEscaped: false } && json.TryGetDateTimeOffset(out var time)
            ? time
            : null;
}
