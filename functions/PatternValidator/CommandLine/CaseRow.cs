using System.Text;
using System.Text.Json;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>One row of a table of cases.</summary>
/// <param name="Name">What it is about, if it says so.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Event">The event, if there is one.</param>
/// <param name="Match">Whether the event ought to match, if it says so.</param>
/// <param name="Valid">Whether EventBridge ought to take the pattern, if it says so.</param>
internal sealed record CaseRow(string? Name, string Pattern, byte[]? Event, bool? Match, bool? Valid)
{
    private static readonly string[] Verdicts = ["match", "valid"];
    private static readonly string[] Members = ["name", "pattern", "event"];

    /// <summary>Reads a row.</summary>
    /// <param name="line">One line of JSON. Members that it does not know are ignored.</param>
    /// <returns>The row.</returns>
    /// <exception cref="FormatException">It is not one.</exception>
    public static CaseRow Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Of(document.RootElement);
        }
        catch (JsonException exception)
        {
            // The sentences after the first are for programmers, or tell the place in the line once more.
            throw new FormatException($"not JSON: {exception.Message.Split(". ")[0]}", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException("a string holds half of a surrogate pair", exception);
        }
    }

    private static CaseRow Of(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a row is an object with `pattern`, `event` and `match`");
        }

        var pattern = Text(row, "pattern") ?? throw new FormatException("there is no `pattern`");
        var utf16Event = Text(row, "event");
        RefuseMisspelling(row);
        return new CaseRow(
            row.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null,
            pattern,
            utf16Event is null ? null : Encoding.UTF8.GetBytes(utf16Event),
            Flag(row, "match"),
            Flag(row, "valid")
        );
    }

    // Members of other tools are ignored, but not one that takes the place of the verdict.
    private static void RefuseMisspelling(JsonElement row)
    {
        if (row.TryGetProperty("match", out _) || row.TryGetProperty("valid", out _))
        {
            return;
        }

        foreach (
            var name in row.EnumerateObject().Select(member => member.Name).Except(Members, StringComparer.Ordinal)
        )
        {
            if (SpellChecker.Suggest(name, Verdicts) is { } meant)
            {
                throw new FormatException($"unknown member `{name}`; did you mean `{meant}`?");
            }
        }
    }

    // A string is a JSON text within JSON; anything else is taken as it stands.
    private static string? Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }

    private static bool? Flag(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Null => null,
                _ => throw new FormatException($"`{name}` is neither true nor false"),
            }
            : null;
}
