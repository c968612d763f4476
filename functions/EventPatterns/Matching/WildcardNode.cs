namespace Firetiger.EventPatterns.Matching;

/// <summary>A place in a <see cref="WildcardAutomaton"/>: a beginning of one or more wildcard texts, or the end of one.</summary>
/// <param name="number">Its number, by which sets of places are written.</param>
internal sealed class WildcardNode(char number)
{
    private readonly List<(byte Symbol, WildcardNode Node)> _next = new(1);

    public char Number => number;

    /// <summary>Gets the places that a byte leads to.</summary>
    public List<(byte Symbol, WildcardNode Node)> Next => _next;

    /// <summary>Gets or sets the place that any byte leads to, and that any byte then stays in.</summary>
    public WildcardNode? Star { get; set; }

    /// <summary>Gets or sets a value indicating whether this place is a star.</summary>
    public bool IsStar { get; set; }

    /// <summary>Gets or sets a value indicating whether a star or ignored case is before it, so that several texts lead here.</summary>
    public bool IsIndeterminate { get; set; }

    /// <summary>Gets or sets the conditions, one bit each, whose wildcards go on from here or end here.</summary>
    public int Conditions { get; set; }

    /// <summary>Gets or sets what is decided after the wildcard that ends here; <see langword="null"/> elsewhere.</summary>
    public DecisionNode? Decided { get; set; }

    public void Add(byte symbol, WildcardNode node) => _next.Add((symbol, node));
}
