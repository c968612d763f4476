using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Rules;

/// <summary>Values of one list are alternatives. Some leave nothing out together, others are matched by their neighbours already.</summary>
internal static class AlternativesRule
{
    /// <summary>Each value is compared with each other; beyond this many nobody wrote the list by hand.</summary>
    private const int MaximumCompared = 200;

    public static void Check(LeafPattern leaf, DiagnosticBag findings)
    {
        List<Alternative> alternatives = leaf.Alternatives;
        if (alternatives.Count is < 2 or > MaximumCompared || AreDifferentTexts(alternatives))
        {
            return;
        }

        if (MatchesAll(alternatives) is { } hint)
        {
            findings.Report(AlternativeFindings.MatchesAll(TakesAbsence(alternatives), hint), leaf.Span, leaf.Path);
        }
        else if (alternatives.FindIndex(IsPresence) is >= 0 and int exists)
        {
            Alternative useless = alternatives[exists];
            findings.Report(AlternativeFindings.UselessBesideExists(), useless.Span, useless.Path);
        }
        else
        {
            FindUseless(alternatives, findings);
        }
    }

    // The common case: different plain values.
    private static bool AreDifferentTexts(List<Alternative> alternatives)
    {
        for (int index = 0; index < alternatives.Count; index++)
        {
            if (alternatives[index].Match is not ExactStringMatch text)
            {
                return false;
            }

            for (int before = 0; before < index; before++)
            {
                if (
                    string.Equals(
                        text.Text,
                        ((ExactStringMatch)alternatives[before].Match).Text,
                        StringComparison.Ordinal
                    )
                )
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsPresence(Alternative item) => item.Match is ExistsMatch { MatchesAbsence: false };

    private static bool TakesAbsence(List<Alternative> alternatives) =>
        alternatives.Exists(item => item.Match.MatchesAbsence);

    private static string? MatchesAll(List<Alternative> alternatives)
    {
        if (alternatives.Exists(IsPresence) && TakesAbsence(alternatives))
        {
            return "remove the field, or one of the two `exists`";
        }

        foreach (Alternative alternative in alternatives)
        {
            if (alternative.Match is AnythingButMatch anythingBut && OthersMatchExcluded(anythingBut, alternatives))
            {
                return Mended(alternatives);
            }
        }

        return null;
    }

    private static bool OthersMatchExcluded(AnythingButMatch owner, List<Alternative> alternatives) =>
        owner.Excluded.All(excluded =>
            alternatives.Exists(item => item.Match != owner && Covers(item.Match, excluded))
        );

    private static string Mended(List<Alternative> alternatives)
    {
        List<ExactStringMatch> texts =
        [
            .. alternatives
                .Select(item => item.Match)
                .OfType<AnythingButMatch>()
                .SelectMany(match => match.Excluded)
                .OfType<ExactStringMatch>(),
        ];
        bool isPlain = alternatives.TrueForAll(item =>
            item.Match is AnythingButMatch match && match.Excluded.All(excluded => excluded is ExactStringMatch)
        );
        return isPlain
            ? $"to leave out all of them write one `{{\"anything-but\": [{string.Join(", ", texts.Select(text => text.ToString()).Distinct(StringComparer.Ordinal))}]}}`"
            : "values of one list are alternatives; keep the one that is meant, or write `{\"exists\": true}` for any value";
    }

    /// <summary>Tells whether a match takes all that an excluded one stands for. Where that is hard to tell the answer is no.</summary>
    private static bool Covers(ValueMatch match, ValueMatch excluded)
    {
        if (Scalar(excluded, out byte[] bytes, out EventScalarKind kind))
        {
            return match.Matches(new EventScalar(kind, bytes));
        }

        return match is AnythingButMatch anythingBut
            ? anythingBut.Excluded.All(other => AreApart(other, excluded))
            : string.Equals(match.ToString(), excluded.ToString(), StringComparison.Ordinal);
    }

    private static bool AreApart(ValueMatch first, ValueMatch second) =>
        (first, second) switch
        {
            (PrefixMatch one, PrefixMatch other) => !one.Text.StartsWith(other.Text, StringComparison.Ordinal)
                && !other.Text.StartsWith(one.Text, StringComparison.Ordinal),
            (SuffixMatch one, SuffixMatch other) => !one.Text.EndsWith(other.Text, StringComparison.Ordinal)
                && !other.Text.EndsWith(one.Text, StringComparison.Ordinal),
            (ExactStringMatch one, PrefixMatch other) => !one.Text.StartsWith(other.Text, StringComparison.Ordinal),
            (ExactStringMatch one, SuffixMatch other) => !one.Text.EndsWith(other.Text, StringComparison.Ordinal),
            (ExactNumberMatch, not ExactNumberMatch) => true,
            _ => false,
        };

    private static void FindUseless(List<Alternative> alternatives, DiagnosticBag findings)
    {
        for (int index = 0; index < alternatives.Count; index++)
        {
            if (
                Scalar(alternatives[index].Match, out byte[] bytes, out EventScalarKind kind)
                && Swallower(alternatives, index, new EventScalar(kind, bytes)) is { } other
            )
            {
                findings.Report(
                    AlternativeFindings.Useless(alternatives[index].Match.ToString(), other.ToString()),
                    alternatives[index].Span,
                    alternatives[index].Path
                );
            }
        }
    }

    private static ValueMatch? Swallower(List<Alternative> alternatives, int index, in EventScalar value)
    {
        for (int other = 0; other < alternatives.Count; other++)
        {
            ValueMatch match = alternatives[other].Match;
            bool isPlain = match is ExactStringMatch or ExactNumberMatch or IpMatch or LiteralMatch;
            if (other != index && (!isPlain || other < index) && match.Matches(value))
            {
                return match;
            }
        }

        return null;
    }

    private static bool Scalar(ValueMatch match, out byte[] bytes, out EventScalarKind kind)
    {
        string? text = match switch
        {
            ExactStringMatch exact => exact.Text,
            ExactNumberMatch number => number.Literal,
            _ => null,
        };
        kind = match is ExactNumberMatch ? EventScalarKind.Number : EventScalarKind.String;
        bytes = text is null ? [] : Wtf8.Encode(text);
        return text is not null;
    }
}
