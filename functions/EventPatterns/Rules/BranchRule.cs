using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Rules;

/// <summary>An alternative of <c>$or</c> that asks all that another one asks, and perhaps more, adds nothing.</summary>
internal static class BranchRule
{
    /// <summary>Each alternative is compared with each other; beyond this many nobody wrote them by hand.</summary>
    private const int MaximumCompared = 50;

    public static void Check(OrMember either, DiagnosticBag findings)
    {
        if (either.Branches.Count > MaximumCompared || !ShareNames(either.Branches))
        {
            return;
        }

        List<HashSet<string>> conditions = [.. either.Branches.Select(ConditionsOf)];
        for (int index = 0; index < conditions.Count; index++)
        {
            int swallower = conditions.FindIndex(other =>
                other.Count > 0
                && other != conditions[index]
                && other.IsSubsetOf(conditions[index])
                && (other.Count < conditions[index].Count || conditions.IndexOf(other) < index)
            );
            if (swallower >= 0)
            {
                ObjectPattern branch = either.Branches[index];
                findings.Report(MistakeFindings.UselessBranch(swallower + 1), branch.Span, either.Path.Item(index));
            }
        }
    }

    /// <summary>Tells cheaply that no alternative can ask all that another one asks: its first name is in none of them.</summary>
    private static bool ShareNames(List<ObjectPattern> branches)
    {
        foreach (ObjectPattern one in branches)
        {
            foreach (ObjectPattern other in branches)
            {
                if (!ReferenceEquals(one, other) && one.Members.Count > 0 && HasName(other, one.Members[0]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Dotted names mean the same as nested ones, so the first step decides.
    private static bool HasName(ObjectPattern pattern, PatternMember wanted)
    {
        if (wanted is not FieldMember field)
        {
            return true;
        }

        ReadOnlySpan<char> first = FirstStep(field.Name);
        foreach (PatternMember member in pattern.Members)
        {
            if (member is FieldMember other && FirstStep(other.Name).SequenceEqual(first))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstStep(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? name : name.AsSpan(0, dot);
    }

    private static HashSet<string> ConditionsOf(ObjectPattern branch)
    {
        HashSet<string> conditions = new(StringComparer.Ordinal);
        Gather(branch, "", conditions);
        return conditions;
    }

    private static void Gather(ObjectPattern pattern, string prefix, HashSet<string> conditions)
    {
        foreach (PatternMember member in pattern.Members)
        {
            if (member is FieldMember { Value: ObjectPattern nested } outer)
            {
                Gather(nested, $"{prefix}{outer.Name}.", conditions);
            }
            else if (member is FieldMember { Value: LeafPattern leaf } field)
            {
                System.Text.StringBuilder text = new();
                leaf.Print(text);
                conditions.Add($"{prefix}{field.Name}={text}");
            }
            else
            {
                // What stands in an inner $or is compared as it is written.
                System.Text.StringBuilder text = new();
                member.Print(text);
                conditions.Add($"{prefix}{text}");
            }
        }
    }
}
