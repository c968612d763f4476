using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>The different wildcard texts that EventBridge follows side by side in one field.</summary>
internal sealed class FieldWildcards
{
    private readonly Dictionary<string, WildcardMatch> _wildcards = new(StringComparer.Ordinal);

    private FieldWildcards(IEnumerable<Condition> conditions)
    {
        foreach (Condition condition in conditions)
        {
            int before = _wildcards.Count;
            foreach (WildcardMatch wildcard in condition.Wildcards)
            {
                _wildcards.TryAdd(wildcard.ToString(), wildcard);
            }

            Leaf = _wildcards.Count > before ? condition.Leaf : Leaf;
        }
    }

    public IReadOnlyCollection<WildcardMatch> Wildcards => _wildcards.Values;

    /// <summary>Gets the last list that had a text of its own.</summary>
    public LeafPattern? Leaf { get; }

    /// <summary>Gathers the wildcards of a pattern by field.</summary>
    /// <param name="branches">The branches of the pattern.</param>
    /// <returns>Each combination of conditions once, however many branches have it; in the order of the branches.</returns>
    public static IEnumerable<FieldWildcards> Of(IReadOnlyList<IReadOnlyList<Condition>> branches)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        return GatherConditions(branches)
            .Where(conditions => known.Add(string.Join(',', conditions.Select(condition => condition.Index))))
            .Select(conditions => new FieldWildcards(conditions));
    }

    /// <summary>Fields of different branches share EventBridge's automaton when all that is decided before them is the same.</summary>
    private static List<List<Condition>> GatherConditions(IReadOnlyList<IReadOnlyList<Condition>> branches)
    {
        Dictionary<(int Before, int Condition), int> decisions = [];
        Dictionary<(int Before, string Path), List<Condition>> fields = [];
        foreach (IReadOnlyList<Condition> branch in branches)
        {
            int before = 0;
            foreach (Condition condition in branch)
            {
                if (condition.Wildcards.Count > 0)
                {
                    Add(condition, before, fields);
                }

                before = After(condition, before, decisions);
            }
        }

        return [.. fields.Values];
    }

    private static void Add(
        Condition condition,
        int before,
        Dictionary<(int Before, string Path), List<Condition>> fields
    )
    {
        if (!fields.TryGetValue((before, condition.Path), out List<Condition>? field))
        {
            field = [];
            fields.Add((before, condition.Path), field);
        }

        if (!field.Contains(condition))
        {
            field.Add(condition);
        }
    }

    private static int After(Condition condition, int before, Dictionary<(int Before, int Condition), int> decisions)
    {
        if (!decisions.TryGetValue((before, condition.Index), out int after))
        {
            after = decisions.Count + 1;
            decisions.Add((before, condition.Index), after);
        }

        return after;
    }
}
