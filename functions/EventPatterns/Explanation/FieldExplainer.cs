using System.Globalization;
using Firetiger.EventPatterns.Operators;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Puts into words how one field ended.</summary>
internal static class FieldExplainer
{
    /// <summary>So many values are looked at to find those closest to what was asked for.</summary>
    private const int Considered = 1000;

    /// <summary>Explains a field that is satisfied.</summary>
    /// <param name="field">The field.</param>
    /// <param name="scalar">What satisfies it, or <see langword="null"/> for absence.</param>
    /// <returns>The explanation.</returns>
    public static FieldExplanation Satisfied(FieldEvidence field, ScalarAt? scalar) =>
        scalar is null
            ? Explain(field, FieldOutcome.Matches, "absent, as the pattern wants it", [])
            : Explain(field, FieldOutcome.Matches, $"the event has {ValueText.Of(scalar)}", [Found(scalar, null)]) with
            {
                ValueCount = field.Scalars.Count,
            };

    /// <summary>Explains a field that nothing can satisfy.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The explanation.</returns>
    public static FieldExplanation Failed(FieldEvidence field)
    {
        if (field.Scalars.Count == 0)
        {
            return Explain(field, FieldOutcome.Missing, MissingField.Describe(field), []);
        }

        if (field.MatchesAbsence)
        {
            return Present(field, field.Scalars, "there is a value, and the pattern wants none");
        }

        bool excluded = field.Matches.All(match => match is AnythingButMatch);
        string reason = Several(
            field.Scalars.Count,
            "the event has another value",
            "none of the {0} values is asked for"
        );
        return excluded
            ? Explain(field, FieldOutcome.Excluded, Excluded(field), Values(field, field.Scalars))
            : Explain(field, FieldOutcome.OtherValue, reason, Values(field, field.Scalars));
    }

    /// <summary>Explains a field that has values, but none that goes with what was chosen for the fields before it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="before">The fields decided before.</param>
    /// <param name="chosen">What was chosen for them.</param>
    /// <returns>The explanation.</returns>
    public static FieldExplanation Conflicting(
        FieldEvidence field,
        IReadOnlyList<FieldEvidence> before,
        IReadOnlyList<ScalarAt?> chosen
    )
    {
        if (field.Satisfying.Count == 0)
        {
            List<ScalarAt> present = [.. field.Scalars.Where(scalar => AgreesWithAll(scalar, chosen))];
            string reason = chosen.Any(scalar => scalar?.Place is not null)
                ? "there is a value in the same element, and the pattern wants none"
                : "some element has a value, and the pattern wants none; EventBridge decides fields by name, before it has chosen an element";
            return Present(field, present, reason);
        }

        IReadOnlyList<FoundValue> values =
        [
            .. field.Satisfying.Take(FieldExplanation.MaximumValues).Select(scalar => Found(scalar, null)),
        ];
        return Explain(field, FieldOutcome.OtherElement, Conflict(field, before, chosen), values) with
        {
            ValueCount = field.Satisfying.Count,
        };
    }

    private static bool AgreesWithAll(ScalarAt scalar, IReadOnlyList<ScalarAt?> chosen) =>
        chosen.All(other => EventPlace.Parting(scalar.Place, other?.Place) is null);

    private static string Conflict(
        FieldEvidence field,
        IReadOnlyList<FieldEvidence> before,
        IReadOnlyList<ScalarAt?> chosen
    )
    {
        for (int index = chosen.Count - 1; index >= 0; index--)
        {
            if (EventPlace.Parting(field.Satisfying[0].Place, chosen[index]?.Place) is var (own, other))
            {
                return $"that is in {own.Path}, but `{before[index].Path}` was found in {other.Path}, another element of one array";
            }
        }

        return "found, but not in the elements of arrays where the fields before it were found";
    }

    private static FieldExplanation Present(FieldEvidence field, IReadOnlyList<ScalarAt> scalars, string reason) =>
        Explain(field, FieldOutcome.Present, reason, Values(field, scalars)) with
        {
            ValueCount = scalars.Count,
        };

    private static string Excluded(FieldEvidence field) =>
        Several(field.Scalars.Count, "`anything-but` excludes the value", "`anything-but` excludes all {0} values");

    private static string Several(int count, string one, string many) =>
        count == 1 ? one : string.Format(CultureInfo.InvariantCulture, many, count);

    private static FieldExplanation Explain(
        FieldEvidence field,
        FieldOutcome outcome,
        string reason,
        IReadOnlyList<FoundValue> values
    ) =>
        new(
            field.Path,
            field.Leaf.Path.ToString(),
            outcome,
            ValueText.Of(field.Leaf),
            reason,
            values,
            field.Scalars.Count
        );

    // Those that come close first; otherwise in the order of the event.
    private static IReadOnlyList<FoundValue> Values(FieldEvidence field, IReadOnlyList<ScalarAt> scalars)
    {
        List<PrintedMatch> asked = [.. field.Matches.Select(PrintedMatch.Of).OfType<PrintedMatch>()];
        return
        [
            .. scalars
                .Take(Considered)
                .Select(scalar => Found(scalar, ValueNotes.Of(scalar, asked)))
                .OrderBy(value => value.Note is null)
                .Take(FieldExplanation.MaximumValues),
        ];
    }

    private static FoundValue Found(ScalarAt scalar, string? note) =>
        new(scalar.Path.ToString(), ValueText.Of(scalar), note) { IsInArray = scalar.Path.IsInArray };
}
