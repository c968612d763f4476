using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// Multiplies the <c>$or</c>s of a pattern out, as EventBridge does. Within one branch the last of several values of a path counts.
/// </summary>
internal sealed class BranchExpander(DiagnosticBag findings)
{
    /// <summary>A pattern of 4,096 characters could name more combinations than any memory holds.</summary>
    private const int MaximumBranches = 10_000;

    /// <summary>The same for the fields of all branches together.</summary>
    private const int MaximumSteps = 500_000;

    /// <summary>EventBridge's engine takes no more paths in one branch.</summary>
    private const int MaximumFields = 256;

    /// <summary>Expands a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="findings">Where findings go.</param>
    /// <returns>For each branch its paths, in the order in which EventBridge decides them, and what is asked of them; empty when there are too many.</returns>
    public static IReadOnlyList<IReadOnlyList<KeyValuePair<string, LeafPattern>>> Expand(
        ObjectPattern pattern,
        DiagnosticBag findings
    )
    {
        BranchExpander expander = new(findings);
        double count = CountBranches(pattern);
        if (count > MaximumBranches || count * CountFields(pattern) > MaximumSteps)
        {
            findings.Report(ValueFindings.TooManyCombinations, pattern.Span, JsonPath.Root);
            return [];
        }

        return expander.Resolve(expander.ExpandObject(pattern, "", [null]), pattern);
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

    private static double CountFields(ObjectPattern pattern) =>
        pattern.Members.Sum(member =>
            member switch
            {
                OrMember either => either.Branches.Max(CountFields),
                FieldMember { Value: ObjectPattern nested } => CountFields(nested),
                _ => 1,
            }
        );

    private List<BranchStep?> ExpandObject(ObjectPattern pattern, string prefix, List<BranchStep?> branches)
    {
        List<BranchStep?> result = branches;
        foreach (PatternMember member in pattern.Members)
        {
            result = member switch
            {
                OrMember either => [.. either.Branches.SelectMany(branch => ExpandObject(branch, prefix, result))],
                FieldMember field => ExpandField(field, prefix, result),
                _ => result,
            };
        }

        return result;
    }

    private List<BranchStep?> ExpandField(FieldMember field, string prefix, List<BranchStep?> branches)
    {
        string path = prefix + field.Name;
        return field.Value is LeafPattern leaf
            ? branches.ConvertAll<BranchStep?>(branch => new BranchStep(path, leaf, branch))
            : ExpandObject((ObjectPattern)field.Value, path + ".", branches);
    }

    private List<IReadOnlyList<KeyValuePair<string, LeafPattern>>> Resolve(
        List<BranchStep?> branches,
        ObjectPattern pattern
    )
    {
        List<IReadOnlyList<KeyValuePair<string, LeafPattern>>> resolved = [];
        foreach (BranchStep? branch in branches)
        {
            SortedDictionary<string, LeafPattern> fields = new(StringComparer.Ordinal);
            for (BranchStep? step = branch; step is not null; step = step.Previous)
            {
                fields.TryAdd(step.Path, step.Leaf);
            }

            if (fields.Count > MaximumFields)
            {
                findings.Report(ValueFindings.TooManyFields(fields.Count, MaximumFields), pattern.Span, JsonPath.Root);
                return resolved;
            }

            resolved.Add([.. fields]);
        }

        return resolved;
    }
}
