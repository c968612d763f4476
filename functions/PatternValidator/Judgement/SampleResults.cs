using System.Globalization;
using System.Text;
using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Explanation;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>Whether a pattern does to the user's samples what they ask for.</summary>
/// <param name="Matched">How many samples it matched, of either list.</param>
/// <param name="Failures">Each sample that it ought to match and does not, or the other way round, in words without a full stop.</param>
internal sealed record SampleResults(int Matched, IReadOnlyList<string> Failures)
{
    /// <summary>Tries the samples.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="properties">The samples.</param>
    /// <returns>What became of them.</returns>
    public static SampleResults Of(EventPattern pattern, PatternProperties properties)
    {
        var matching = Try(pattern, properties.MatchingSamples, nameof(properties.MatchingSamples), isWanted: true);
        var others = Try(
            pattern,
            properties.NonMatchingSamples,
            nameof(properties.NonMatchingSamples),
            isWanted: false
        );
        var all = matching.Concat(others).ToList();
        return new SampleResults(
            all.Count(result => result.IsMatch),
            [.. all.Select(result => result.Failure).OfType<string>()]
        );
    }

    private static IEnumerable<(bool IsMatch, string? Failure)> Try(
        EventPattern pattern,
        IReadOnlyList<string> samples,
        string list,
        bool isWanted
    ) =>
        samples.Select(
            (sample, index) =>
            {
                var explanation = pattern.Explain(Encoding.UTF8.GetBytes(sample));
                var isGood = explanation.Mistake is null && explanation.IsMatch == isWanted;
                var place = string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
                return (explanation.IsMatch, isGood ? null : $"{place} {Describe(explanation)}");
            }
        );

    private static string Describe(MatchExplanation explanation) =>
        explanation switch
        {
            { Mistake: { } mistake } => string.Create(
                CultureInfo.InvariantCulture,
                $"is not an event: line {mistake.Position.Line}, column {mistake.Position.Column}: {mistake.Message}"
            ),
            { IsMatch: true } => "matches, and must not",
            _ => $"does not match: {Describe(explanation.Branches[0].Fields.First(field => !field.IsMatch))}",
        };

    private static string Describe(FieldExplanation field) =>
        field is { Outcome: FieldOutcome.OtherValue, ValueCount: 1, Values: [var value] }
            ? $"{field.Path} asks for {field.Asked}, but {Found(field, value)}{Note(value)}"
            : $"{field.Path} asks for {field.Asked}: {field.Reason}";

    // Within arrays a value stands at a longer path than the field's.
    private static string Found(FieldExplanation field, FoundValue value) =>
        string.Equals(field.Path, value.Path, StringComparison.Ordinal)
            ? $"it is {value.Text}"
            : $"{value.Path} is {value.Text}";

    private static string Note(FoundValue value) => value.Note is null ? string.Empty : $" ({value.Note})";
}
