using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Firetiger.EventPatterns.Tests.Cases;

namespace Firetiger.EventPatterns.Tests.Matching;

/// <summary>3,000 generated patterns and events with the verdicts of AWS's own engine (event-ruler on JDK 17).</summary>
public sealed class DifferentialTests
{
    private static readonly AnalysisOptions WithoutLengthLimits = new() { LengthLimits = false };

    // JDK 17 writes 1e23 as 9.999999999999999E22 and so refuses it; later JDKs, and we, do not.
    private static readonly int[] RefusedByOldJdksOnly = [1449, 2021, 2323];

    // The event holds 4.9e-324, Java's text of the smallest double. The row's corrected verdict goes by 5e-324.
    private static readonly int[] SmallestDouble = [1279];

    // An empty list that the reference takes and then fails to use: a NullPointerException, which is no text for users.
    private const int UnusableOnly = 156;

    [Fact]
    public void A_pattern_is_valid_exactly_when_the_reference_takes_it()
    {
        List<int> disagreements =
        [
            .. Rows().Where(row => row.IsValid != (Analyze(row).Pattern is not null)).Select(row => row.Id),
        ];

        disagreements.ShouldBe(RefusedByOldJdksOnly);
    }

    [Fact]
    public void An_event_matches_exactly_when_the_reference_matches_it()
    {
        List<int> disagreements =
        [
            .. Rows()
                .Where(row => row is { IsValid: true, Match: not null })
                .Where(row => Analyze(row).Pattern?.IsMatch(Encoding.UTF8.GetBytes(row.Event)) != row.Match)
                .Select(row => row.Id),
        ];

        disagreements.ShouldBe(SmallestDouble);
    }

    [Fact]
    public void The_rows_are_there()
    {
        Rows().Count(row => row.IsValid).ShouldBeGreaterThan(1700);
        Rows().Count(row => !row.IsValid).ShouldBeGreaterThan(1200);
    }

    [Fact]
    public void A_refusal_of_the_reference_below_the_level_of_JSON_is_told_in_its_own_words()
    {
        List<string> differing =
        [
            .. Rows()
                .Where(row => row is { IsValid: false, Error: not null } && !IsJsonError(row.Error))
                .Where(row => row.Id != UnusableOnly)
                .Where(row =>
                    !Analyze(row)
                        .Diagnostics.Select(finding => finding.Detail)
                        .Contains(row.Error, StringComparer.Ordinal)
                )
                .Where(row => !RefusedByOldJdksOnly.Contains(row.Id))
                .Select(row => $"{row.Id} {row.Error}"),
        ];

        differing.ShouldBeEmpty();
    }

    // Texts of Jackson, which has very many.
    private static bool IsJsonError(string error) =>
        error.StartsWith("Unexpected ", StringComparison.Ordinal)
        || error.StartsWith("Unrecognized token ", StringComparison.Ordinal)
        || error.StartsWith("Unrecognized character escape ", StringComparison.Ordinal)
        || error.StartsWith("Non-standard token ", StringComparison.Ordinal)
        || error.StartsWith("Illegal unquoted character ", StringComparison.Ordinal)
        || error.StartsWith("Invalid numeric value", StringComparison.Ordinal)
        || error.StartsWith("Document nesting depth ", StringComparison.Ordinal);

    private static PatternAnalysis Analyze(DifferentialRow row) =>
        EventPattern.Analyze(row.Pattern, WithoutLengthLimits);

    private static List<DifferentialRow> Rows()
    {
        using FileStream file = File.OpenRead(CaseFile.PathOf("differential.ndjson.gz"));
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unzipped, Encoding.UTF8);
        List<DifferentialRow> rows = [];
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            rows.Add(DifferentialRow.Of(row.RootElement));
        }

        return rows;
    }
}
