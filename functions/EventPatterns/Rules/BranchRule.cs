using System.Text;
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
        Dictionary<string, LeafPattern> fields = new(StringComparer.Ordinal);

        // What an inner $or replaces differs between its alternatives, so such a branch is compared as it is written.
        return TryGather(branch, "", fields)
            ? new(fields.Select(field => $"{field.Key}={Text(field.Value)}"), StringComparer.Ordinal)
            : new([branch.ToString()], StringComparer.Ordinal);
    }

    /// <summary>Gathers the fields by their paths. The last one of the same path replaces those before.</summary>
    private static bool TryGather(ObjectPattern pattern, string prefix, Dictionary<string, LeafPattern> fields)
    {
        foreach (PatternMember member in pattern.Members)
        {
            if (member is not FieldMember field)
            {
                return false;
            }

            if (field.Value is LeafPattern leaf)
            {
                fields[prefix + field.Name] = leaf;
            }
            else if (!TryGather((ObjectPattern)field.Value, $"{prefix}{field.Name}.", fields))
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(LeafPattern leaf)
    {
        StringBuilder text = new();
        leaf.Print(text);
        return text.ToString();
    }
}
