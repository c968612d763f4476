using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Rules;

/// <summary>An alternative of <c>$or</c> that asks all that another one asks, and perhaps more, adds nothing.</summary>
internal static class BranchRule
{
    /// <summary>Each alternative is compared with each other; beyond this many nobody wrote them by hand.</summary>
    private const int MaximumCompared = 50;

    /// <summary>The same for the members of the object that has them.</summary>
    private const int MaximumMembers = 200;

    /// <summary>The same for the fields in all combinations of the <c>$or</c>s within and beside them.</summary>
    private const int MaximumConditions = 10_000;

    /// <summary>Judges the alternatives.</summary>
    /// <param name="around">The object that has the <c>$or</c>: what stands beside it counts with each alternative, or is replaced there.</param>
    /// <param name="either">The <c>$or</c>.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Check(ObjectPattern around, OrMember either, DiagnosticBag findings)
    {
        bool isLarge = either.Branches.Count > MaximumCompared || around.Members.Count > MaximumMembers;
        if (isLarge || !ShareFields(around, either))
        {
            return;
        }

        List<ObjectPattern> alternatives = [.. either.Branches.Select(branch => Chosen(around, either, branch))];
        if (alternatives.Sum(BranchExpander.CountSteps) > MaximumConditions)
        {
            return;
        }

        List<IReadOnlyList<Branch>> cases = alternatives.ConvertAll(alternative => BranchExpander.Expand(alternative));
        for (int index = 0; index < cases.Count; index++)
        {
            int swallower = cases.FindIndex(other => Swallows(other, cases[index]) && IsKept(other, index, cases));
            if (swallower >= 0)
            {
                ObjectPattern branch = either.Branches[index];
                findings.Report(MistakeFindings.UselessBranch(swallower + 1), branch.Span, either.Path.Item(index));
            }
        }
    }

    /// <summary>Tells cheaply that no alternative asks all that another one asks: its first field is not in it, nor beside it.</summary>
    private static bool ShareFields(ObjectPattern around, OrMember either)
    {
        foreach (ObjectPattern one in either.Branches)
        {
            if (FirstLeaf(one) is not { } first || MayAskFor(around.Members, first.DottedPath, but: either))
            {
                return true;
            }

            foreach (ObjectPattern other in either.Branches)
            {
                if (!ReferenceEquals(one, other) && MayAskFor(other.Members, first.DottedPath))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Finds the first list of values, if nothing decides before which it is.</summary>
    private static LeafPattern? FirstLeaf(ObjectPattern pattern) =>
        pattern.Members is [FieldMember field, ..]
            ? field.Value as LeafPattern ?? FirstLeaf((ObjectPattern)field.Value)
            : null;

    private static bool MayAskFor(List<PatternMember> members, string path, OrMember? but = null)
    {
        foreach (PatternMember member in members)
        {
            bool mayAsk = member switch
            {
                FieldMember { Value: LeafPattern leaf } => string.Equals(
                    leaf.DottedPath,
                    path,
                    StringComparison.Ordinal
                ),
                FieldMember { Value: ObjectPattern nested } => MayAskFor(nested.Members, path),
                OrMember inner when !ReferenceEquals(inner, but) => inner.Branches.Exists(branch =>
                    MayAskFor(branch.Members, path)
                ),
                _ => false,
            };
            if (mayAsk)
            {
                return true;
            }
        }

        return false;
    }

    private static ObjectPattern Chosen(ObjectPattern around, OrMember either, ObjectPattern branch) =>
        around with
        {
            Members =
            [
                .. around.Members.SelectMany(member => ReferenceEquals(member, either) ? branch.Members : [member]),
            ],
        };

    /// <summary>Of alternatives that ask the same, the first is kept.</summary>
    private static bool IsKept(IReadOnlyList<Branch> other, int index, List<IReadOnlyList<Branch>> cases) =>
        other != cases[index] && (!Swallows(cases[index], other) || cases.IndexOf(other) < index);

    private static bool Swallows(IReadOnlyList<Branch> other, IReadOnlyList<Branch> cases) =>
        cases.Count > 0 && cases.All(one => other.Any(fewer => Swallows(fewer, one)));

    // Among array elements a field may be missing in what more conditions have chosen, and there without them.
    private static bool Swallows(Branch fewer, Branch conditions) =>
        AreAmong(fewer, conditions) && (fewer.Count == conditions.Count || !fewer.Any(MayDependOnOthers));

    /// <summary>Tells whether all that is asked is asked there, too; both are in the order of their paths.</summary>
    private static bool AreAmong(Branch fewer, Branch conditions)
    {
        int next = 0;
        foreach ((string path, LeafPattern leaf) in fewer)
        {
            while (next < conditions.Count && string.CompareOrdinal(conditions[next].Path, path) < 0)
            {
                next++;
            }

            if (
                next == conditions.Count
                || !string.Equals(conditions[next].Path, path, StringComparison.Ordinal)
                || !ReadAlike(conditions[next].Leaf, leaf)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool ReadAlike(LeafPattern one, LeafPattern other) =>
        ReferenceEquals(one, other)
        || (
            one.Alternatives.Count == other.Alternatives.Count
            && string.Equals(one.ToString(), other.ToString(), StringComparison.Ordinal)
        );

    // Events are objects, and so is their detail: arrays come deeper.
    private static bool MayDependOnOthers(FieldCondition condition) =>
        !Presence.IsRequired(condition.Leaf) && condition.Path.AsSpan().Count('.') > 1;
}
