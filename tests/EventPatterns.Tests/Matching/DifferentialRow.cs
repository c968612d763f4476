using System.Text.Json;

namespace Firetiger.EventPatterns.Tests.Matching;

/// <summary>One row of the differential file.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Event">The event.</param>
/// <param name="IsValid">Whether the reference takes the pattern and can use it.</param>
/// <param name="Error">The reference's words when it does not.</param>
/// <param name="Match">Whether the event matches, corrected where the reference has a quirk.</param>
internal sealed record DifferentialRow(int Id, string Pattern, string Event, bool IsValid, string? Error, bool? Match)
{
    public static DifferentialRow Of(JsonElement row)
    {
        bool cannotBeUsed = row.TryGetProperty("addFails", out _);
        JsonElement match = row.TryGetProperty("ref", out JsonElement corrected) ? corrected : row.GetProperty("match");
        return new DifferentialRow(
            row.GetProperty("id").GetInt32(),
            row.GetProperty("pattern").GetString()!,
            row.GetProperty("event").GetString() ?? "",
            row.GetProperty("valid").GetBoolean() && !cannotBeUsed,
            row.GetProperty("error").GetString(),
            match.ValueKind is JsonValueKind.Null ? null : match.GetBoolean()
        );
    }
}
