using System.Globalization;
using System.Text.Json;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>The counts as members of a JSON object: of the envelope and of our message attribute.</summary>
internal static class RedriveCountsJson
{
    /// <summary>Writes the three members into an open object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="counts">The counts.</param>
    public static void Write(Utf8JsonWriter writer, RedriveCounts counts)
    {
        writer.WriteNumber("attempt", counts.Attempt);
        writer.WriteNumber("probe", counts.Probe);
        writer.WriteString("firstDeadLetteredAt", Timestamp(counts.FirstDeadLetteredAt));
    }

    /// <summary>Reads them.</summary>
    /// <param name="container">The object.</param>
    /// <returns>The counts, or null when the attempt or the date is missing or makes no sense.</returns>
    public static RedriveCounts? Read(JsonElement container)
    {
        if (
            container.ValueKind != JsonValueKind.Object
            || Count(container, "attempt") is not { } attempt
            || !container.TryGetProperty("firstDeadLetteredAt", out var first)
            || first.ValueKind != JsonValueKind.String
            || !first.TryGetDateTimeOffset(out var firstAt)
        )
        {
            return null;
        }

        // Probes bound nothing (the age does), so a bad number here costs nothing.
        return new RedriveCounts(attempt, Count(container, "probe") ?? 0, firstAt.ToUniversalTime());
    }

    private static string Timestamp(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static int? Count(JsonElement container, string name)
    {
        if (!container.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        if (value.TryGetInt64(out var whole))
        {
            return whole < 0 ? null : (int)Math.Min(whole, RedriveCounts.LargestCount);
        }

        return value.TryGetDouble(out var number) && number > RedriveCounts.LargestCount
            ? RedriveCounts.LargestCount
            : null;
    }
}
