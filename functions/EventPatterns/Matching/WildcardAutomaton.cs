using Firetiger.EventPatterns.Operators;

namespace Firetiger.EventPatterns.Matching;

/// <summary>Runs the wildcard texts of a field side by side over the inputs that matter, and counts how many beginnings match at once.</summary>
internal sealed class WildcardAutomaton
{
    private const int Star = -1;
    private const int Limit = 11;

    /// <summary>Sets of beginnings looked at before the search is content with the best so far.</summary>
    private const int MaximumSets = 5000;

    private readonly List<int> _symbols = [];
    private readonly List<bool> _starts = [];

    private WildcardAutomaton(IEnumerable<WildcardMatch> wildcards)
    {
        foreach (IReadOnlyList<ReadOnlyMemory<byte>> pieces in wildcards.Select(wildcard => wildcard.Pieces))
        {
            int first = _symbols.Count;
            _symbols.Add('"');
            for (int piece = 0; piece < pieces.Count; piece++)
            {
                if (piece > 0)
                {
                    _symbols.Add(Star);
                }

                _symbols.AddRange(pieces[piece].ToArray().Select(symbol => (int)symbol));
            }

            _symbols.Add('"');
            _starts.AddRange(Enumerable.Range(first, _symbols.Count - first).Select(index => index == first));
        }
    }

    /// <summary>Counts.</summary>
    /// <param name="wildcards">The wildcard texts, different from each other.</param>
    /// <param name="budget">What the search may cost.</param>
    /// <returns>The most beginnings found to match at once, 11 standing for all above.</returns>
    public static int Score(IReadOnlyCollection<WildcardMatch> wildcards, WildcardBudget budget) =>
        wildcards.Count < Limit ? new WildcardAutomaton(wildcards).Search(budget) : Limit;

    private int Search(WildcardBudget budget)
    {
        // A beginning is named by its last symbol. The first input character can only be the opening quote.
        int[] first = Close([.. Enumerable.Range(0, _symbols.Count).Where(index => _starts[index])]);
        HashSet<string> seen = new(StringComparer.Ordinal) { string.Join(',', first) };
        PriorityQueue<int[], int> waiting = new();
        waiting.Enqueue(first, 0);
        int best = first.Length;
        while (best < Limit && waiting.TryDequeue(out int[]? set, out _) && budget.TrySpend())
        {
            best = Math.Max(best, set.Length);
            foreach (int[] next in NextSymbols(set).Select(symbol => Step(set, symbol)))
            {
                if (next.Length > 0 && seen.Count < MaximumSets && seen.Add(string.Join(',', next)))
                {
                    waiting.Enqueue(next, -next.Length);
                }
            }
        }

        return Math.Min(best, Limit);
    }

    /// <summary>Any other symbol leaves no more than the stars, which each of these leaves too.</summary>
    private IEnumerable<int> NextSymbols(int[] set) =>
        set.Select(index => index + 1)
            .Where(next => next < _symbols.Count && !_starts[next] && _symbols[next] != Star)
            .Select(next => _symbols[next])
            .Distinct();

    private int[] Step(int[] set, int symbol)
    {
        List<int> reached = [];
        foreach (int index in set)
        {
            if (_symbols[index] == Star)
            {
                reached.Add(index);
            }

            int next = index + 1;
            if (next < _symbols.Count && !_starts[next] && _symbols[next] == symbol)
            {
                reached.Add(next);
            }
        }

        return Close(reached);
    }

    /// <summary>A beginning before a star matches whatever the one with the star matches too.</summary>
    private int[] Close(List<int> reached)
    {
        SortedSet<int> closed = [.. reached];
        foreach (int index in reached)
        {
            int next = index + 1;
            if (next < _symbols.Count && !_starts[next] && _symbols[next] == Star)
            {
                closed.Add(next);
            }
        }

        return [.. closed];
    }
}
