using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// Multiplies the <c>$or</c>s of a pattern out, as EventBridge does. Within one branch the last of several values of a path counts.
/// </summary>
internal sealed class BranchExpander(DiagnosticBag? findings)
{
    /// <summary>A pattern of 4,096 characters could name more combinations than any memory holds.</summary>
    private const int MaximumBranches = 10_000;

    /// <summary>The same for the fields of all branches together.</summary>
    private const int MaximumSteps = 500_000;

    /// <summary>EventBridge's engine takes no more paths in one branch.</summary>
    private const int MaximumFields = 256;

    /// <summary>A pattern no deeper than this is expanded on any stack.</summary>
    private const int MaximumPlainDepth = 50;

    /// <summary>Expands a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="findings">Where findings go; <see langword="null"/> for a plain pattern, which has none.</param>
    /// <returns>For each branch its paths, in the order in which EventBridge decides them, and what is asked of them; empty when there are too many.</returns>
    public static IReadOnlyList<Branch> Expand(ObjectPattern pattern, DiagnosticBag? findings = null)
    {
        BranchExpander expander = new(findings);
        if (CountBranches(pattern) > MaximumBranches || CountSteps(pattern) > MaximumSteps)
        {
            findings?.Report(ValueFindings.TooManyCombinations, pattern.Span, JsonPath.Root);
            return [];
        }

        return expander.Resolve(ExpandObject(pattern, [null]), pattern);
    }

    /// <summary>Counts the fields of all branches together, without making them.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>How many there are at most; the number may be astronomic.</returns>
    public static double CountSteps(ObjectPattern pattern) => CountBranches(pattern) * CountFields(pattern);

    /// <summary>Tells cheaply that there is nothing to find in the branches of a pattern: one branch, few fields, no wildcards.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns><see langword="false"/> when they have to be looked at.</returns>
    public static bool NeedsNoExpansion(ObjectPattern pattern)
    {
        int fields = 0;
        return NeedsNoExpansion(pattern, 0, ref fields);
    }

    private static bool NeedsNoExpansion(ObjectPattern pattern, int depth, ref int fields)
    {
        if (depth > MaximumPlainDepth)
        {
            return false;
        }

        foreach (PatternMember member in pattern.Members)
        {
            bool isPlain = member switch
            {
                FieldMember { Value: LeafPattern leaf } => !leaf.HasWildcards && ++fields <= MaximumFields,
                FieldMember { Value: ObjectPattern nested } => NeedsNoExpansion(nested, depth + 1, ref fields),
                _ => false,
            };
            if (!isPlain)
            {
                return false;
            }
        }

        return true;
    }

    private static double CountBranches(ObjectPattern pattern)
    {
        double count = 1;
        foreach (PatternMember member in pattern.Members)
        {
            count *= member switch
            {
                OrMember either => either.Branches.Sum(CountBranches),
                FieldMember { Value: ObjectPattern nested } => CountBranches(nested),
                _ => 1,
            };
        }

        return count;
    }

    private static double CountFields(ObjectPattern pattern)
    {
        double count = 0;
        foreach (PatternMember member in pattern.Members)
        {
            count += member switch
            {
                OrMember either => either.Branches.Max(CountFields),
                FieldMember { Value: ObjectPattern nested } => CountFields(nested),
                _ => 1,
            };
        }

        return count;
    }

    private static List<BranchStep?> ExpandObject(ObjectPattern pattern, List<BranchStep?> branches)
    {
        List<BranchStep?> result = branches;
        foreach (PatternMember member in pattern.Members)
        {
            result = member switch
            {
                OrMember either => ExpandBranches(either, result),
                FieldMember { Value: LeafPattern leaf } => Append(leaf, result),
                FieldMember { Value: ObjectPattern nested } => ExpandObject(nested, result),
                _ => result,
            };
        }

        return result;
    }

    private static List<BranchStep?> ExpandBranches(OrMember either, List<BranchStep?> branches)
    {
        List<BranchStep?> all = new(either.Branches.Count * branches.Count);
        foreach (ObjectPattern branch in either.Branches)
        {
            all.AddRange(ExpandObject(branch, branches));
        }

        return all;
    }

    private static List<BranchStep?> Append(LeafPattern leaf, List<BranchStep?> branches)
    {
        List<BranchStep?> longer = new(branches.Count);
        foreach (BranchStep? branch in branches)
        {
            longer.Add(new BranchStep(leaf, branch));
        }

        return longer;
    }

    private List<Branch> Resolve(List<BranchStep?> branches, ObjectPattern pattern)
    {
        List<Branch> resolved = new(branches.Count);
        foreach (BranchStep? branch in branches)
        {
            List<FieldCondition> fields = FieldsOf(branch);
            if (fields.Count > MaximumFields)
            {
                findings?.Report(ValueFindings.TooManyFields(fields.Count, MaximumFields), pattern.Span, JsonPath.Root);
                return resolved;
            }

            resolved.Add(new Branch(fields));
        }

        return resolved;
    }

    private static List<FieldCondition> FieldsOf(BranchStep? branch)
    {
        List<BranchStep> steps = new(branch is null ? 0 : branch.Number + 1);
        for (BranchStep? step = branch; step is not null; step = step.Previous)
        {
            steps.Add(step);
        }

        steps.Sort(ByPathLastFirst);
        List<FieldCondition> fields = new(steps.Count);
        foreach (BranchStep step in steps)
        {
            if (fields.Count == 0 || !string.Equals(fields[^1].Path, step.Path, StringComparison.Ordinal))
            {
                fields.Add(new(step.Path, step.Leaf));
            }
        }

        return fields;
    }

    private static int ByPathLastFirst(BranchStep left, BranchStep right)
    {
        int byPath = string.CompareOrdinal(left.Path, right.Path);
        return byPath != 0 ? byPath : right.Number.CompareTo(left.Number);
    }
}
