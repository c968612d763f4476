using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Rules;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>Values that ECS sends. A near miss of one never matches; anything else may be newer than this table.</summary>
internal static class KnownValueRule
{
    /// <summary>How detail-types of services that are used with ECS begin, from the events references of these services.</summary>
    private static readonly string[] OtherServices =
    [
        "EC2 ",
        "ECR ",
        "EKS ",
        "EBS ",
        "RDS ",
        "Auto Scaling ",
        "Batch ",
        "CodeBuild ",
        "CodeDeploy ",
        "CodePipeline ",
        "CloudWatch ",
        "GuardDuty ",
        "AWS Health ",
        "Scheduled Event",
    ];

    public static void Check(LeafPattern leaf, EcsField field, in EventScope scope, DiagnosticBag findings)
    {
        if (field.Values.Count == 0 || field.TakesOthers || !HasUnknown(leaf, field))
        {
            return;
        }

        Consequence consequence = scope.ConsequenceOf(field, DeadValues.LeavesOne(leaf, field, scope));
        foreach (Alternative alternative in leaf.Alternatives.Where(item => IsUnknown(item.Match, field)))
        {
            if (Judge(alternative.Match, field, scope, consequence) is { } finding)
            {
                findings.Report(finding, alternative.Span, alternative.Path);
            }
        }
    }

    /// <summary>Finds the known value that a text nearly is.</summary>
    /// <param name="match">What is asked for.</param>
    /// <param name="field">The field.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    public static string? NearMiss(ValueMatch match, EcsField field) =>
        Literal.Of(match) is { } written && !field.Values.Contains(written, StringComparer.Ordinal)
            ? field.Values.FirstOrDefault(known => SpellChecker.IsNearMiss(written, known))
            : null;

    private static bool HasUnknown(LeafPattern leaf, EcsField field)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (IsUnknown(alternative.Match, field))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnknown(ValueMatch match, EcsField field)
    {
        if (match.Kind != Matching.EventScalarKind.String)
        {
            return false;
        }

        for (int index = 0; index < field.Values.Count; index++)
        {
            if (match.Matches(field.ValueAt(index)))
            {
                return false;
            }
        }

        return true;
    }

    private static Finding? Judge(ValueMatch match, EcsField field, in EventScope scope, Consequence consequence)
    {
        string? written = Literal.Of(match);
        if (NearMiss(match, field) is { } known)
        {
            return EventValueFindings.NearMiss(field.Name, written!, known, consequence);
        }

        bool mayBeTrail =
            field.Name is "eventName" or "eventType" && (scope.Events & EcsEvents.CloudTrail) != EcsEvents.None;
        bool isTrail =
            field.Path is "detail-type" && written?.EndsWith("via CloudTrail", StringComparison.Ordinal) == true;
        if (mayBeTrail || isTrail || (written is not null && TextRule.Explains(written)))
        {
            return null;
        }

        if (match is IgnoreCaseMatch { Text: var anyCase })
        {
            return EventValueFindings.UnknownValue(
                field.Name,
                anyCase,
                field.Values.FirstOrDefault(known => SpellChecker.IsNearMiss(anyCase, known)) is { } meant
                    ? $"did you mean `{meant}`?"
                    : Hint(anyCase, field, scope)
            );
        }

        return written is null
            ? EventValueFindings.MatchesNoKnownValue(field.Name, match.ToString(), Example(match, field))
            : EventValueFindings.UnknownValue(field.Name, written, Hint(written, field, scope));
    }

    private static string Example(ValueMatch match, EcsField field) =>
        (
            match is PrefixMatch prefix
                ? field.Values.FirstOrDefault(known =>
                    known.StartsWith(prefix.Text, StringComparison.OrdinalIgnoreCase)
                )
                : null
        ) ?? field.Values[0];

    private static string? Hint(string written, EcsField field, in EventScope scope)
    {
        string[] parts = written.Split(['|', ','], StringSplitOptions.TrimEntries);
        if (parts.Length > 1 && parts.All(part => field.Values.Contains(part, StringComparer.Ordinal)))
        {
            return $"list the values one by one: `[{string.Join(", ", parts.Select(part => $"\"{part}\""))}]`";
        }

        if (
            field.Path is "detail-type"
            && OtherServices.Any(name => written.StartsWith(name, StringComparison.Ordinal))
        )
        {
            return "another service sends it, with its own `source`; use a rule of its own or `$or` to take both";
        }

        if (SpellChecker.Suggest(written, field.Values) is { } suggestion)
        {
            return $"did you mean `{suggestion}`?";
        }

        EcsEvents events = scope.Events;
        EcsField? other = EcsFields.All.FirstOrDefault(item =>
            (item.Events & events) != EcsEvents.None && item.Values.Contains(written, StringComparer.Ordinal)
        );
        return other is null ? null : $"`{written}` is a value of `{other.Path}`";
    }
}
