using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>The different wildcard texts of one field.</summary>
internal sealed class FieldWildcards
{
    private readonly Dictionary<string, WildcardMatch> _wildcards = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WildcardMatch> Wildcards => _wildcards.Values;

    /// <summary>Gets the last list that had a text of its own.</summary>
    public LeafPattern? Leaf { get; private set; }

    public void Add(WildcardMatch wildcard, LeafPattern leaf)
    {
        if (_wildcards.TryAdd(wildcard.ToString(), wildcard))
        {
            Leaf = leaf;
        }
    }
}
