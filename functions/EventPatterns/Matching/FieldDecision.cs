using System.Text;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>A field to decide: all that is asked of it there, whichever branches ask.</summary>
internal sealed class FieldDecision
{
    private readonly Dictionary<string, DecisionNode> _others = new(StringComparer.Ordinal);
    private readonly HashSet<DecisionNode> _decided = [];
    private readonly StringBuilder _added = new();
    private WildcardAutomaton? _wildcards;

    /// <summary>Gets the last list that added a wildcard.</summary>
    public LeafPattern? Leaf { get; private set; }

    /// <summary>Gets what is decided next where a value was found. What hangs on the field being absent, the engine does not score.</summary>
    public IEnumerable<DecisionNode> Decided => _decided;

    /// <summary>Gets the wildcards in the order they were added. The score depends on nothing else.</summary>
    public string Wildcards => _added.ToString();

    public int Score(WildcardBudget budget) => _wildcards?.Score(budget) ?? 0;

    /// <summary>Adds what one branch asks.</summary>
    /// <param name="leaf">What it asks.</param>
    /// <param name="budget">What the automata of a pattern may cost.</param>
    /// <returns>What is decided next; alternatives that other branches added first have already decided theirs.</returns>
    public HashSet<DecisionNode> Add(LeafPattern leaf, WildcardBudget budget)
    {
        HashSet<DecisionNode> next = [];
        DecisionNode last = new();
        foreach (ValueMatch match in leaf.Alternatives.Select(alternative => alternative.Match))
        {
            last = Add(match, leaf, last, budget);
            next.Add(last);
            if (!match.MatchesAbsence)
            {
                _decided.Add(last);
            }
        }

        return next;
    }

    private DecisionNode Add(ValueMatch match, LeafPattern leaf, DecisionNode decided, WildcardBudget budget)
    {
        string text = match.ToString();
        IReadOnlyList<WildcardMatch> wildcards = match.Wildcards;
        if (wildcards.Count == 0)
        {
            return _others.TryAdd(text, decided) ? decided : _others[text];
        }

        Leaf = leaf;
        _wildcards ??= new WildcardAutomaton();
        _added.Append(text);
        return wildcards.Aggregate(decided, (known, wildcard) => _wildcards.Add(text, wildcard, known, budget));
    }
}
