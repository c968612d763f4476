using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Firetiger.EventPatterns.Operators;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// The wildcards of one field as EventBridge's engine holds them: beginnings that texts have in common are shared, but once a star is passed
/// only bytes without upper and lower case are. A wildcard that several branches add is therefore followed several times.
/// </summary>
internal sealed class WildcardAutomaton
{
    /// <summary>The score that stands for all above.</summary>
    public const int Limit = 11;

    private const int Star = -1;

    private readonly List<WildcardNode> _nodes = [];
    private readonly List<string> _conditions = [];
    private readonly Dictionary<(int Condition, DecisionNode Decided), WildcardNode> _ends = [];
    private readonly WildcardNode _start;

    public WildcardAutomaton()
    {
        _start = NewNode();
    }

    /// <summary>Adds a wildcard.</summary>
    /// <param name="condition">The condition it belongs to: itself, or the <c>anything-but</c> around it.</param>
    /// <param name="wildcard">The wildcard.</param>
    /// <param name="decided">What is decided next, if the automaton does not know better.</param>
    /// <param name="budget">What the automata of a pattern may cost.</param>
    /// <returns>What is decided after the wildcard.</returns>
    public DecisionNode Add(string condition, WildcardMatch wildcard, DecisionNode decided, WildcardBudget budget)
    {
        int bit = BitOf(condition);
        List<int> symbols = Symbols(wildcard);
        if (!budget.TrySpend(symbols.Count) || _nodes.Count + symbols.Count > char.MaxValue)
        {
            budget.GiveUp();
            return decided;
        }

        WildcardNode? before = null;
        WildcardNode node = _start;
        node.Conditions |= bit;
        for (int index = 0; index < symbols.Count - 1; index++)
        {
            WildcardNode next = Known(node, symbols, index) ?? Extend(node, before, symbols, index);
            next.Conditions |= bit;
            before = node;
            node = next;
        }

        return End(node, symbols[^2] == Star ? before : null, bit, decided);
    }

    /// <summary>Searches for the input that is in most places at once.</summary>
    /// <param name="budget">What the search may cost.</param>
    /// <returns>The number of places, a place counting once for each condition it serves; <see cref="Limit"/> stands for all above.</returns>
    public int Score(WildcardBudget budget)
    {
        if (_conditions.Count >= Limit)
        {
            return Limit;
        }

        // A set of places is written as text, because texts compare by their content.
        HashSet<string> seen = new(StringComparer.Ordinal);
        PriorityQueue<string, int> waiting = new();
        int best = 0;
        Visit($"{_start.Number}");
        while (best < Limit && waiting.TryDequeue(out string? set, out _) && budget.TrySpend(set.Length))
        {
            foreach (byte symbol in SymbolsAfter(set))
            {
                Visit(Step(set, symbol));
            }
        }

        return Math.Min(best, Limit);

        void Visit(string set)
        {
            if (seen.Add(set))
            {
                int places = CountPlaces(set);
                best = Math.Max(best, set[0] == _start.Number ? 0 : places);
                waiting.Enqueue(set, -places);
            }
        }
    }

    private List<byte> SymbolsAfter(string set)
    {
        List<byte> symbols = [];
        foreach (char number in set)
        {
            foreach ((byte symbol, _) in _nodes[number].Next)
            {
                if (!symbols.Contains(symbol))
                {
                    symbols.Add(symbol);
                }
            }
        }

        return symbols;
    }

    private static List<int> Symbols(WildcardMatch wildcard)
    {
        List<int> symbols = ['"'];
        foreach (byte[] piece in wildcard.Pieces)
        {
            foreach (byte symbol in piece)
            {
                symbols.Add(symbol);
            }

            symbols.Add(Star);
        }

        symbols[^1] = '"';
        return symbols;
    }

    private int BitOf(string condition)
    {
        int known = _conditions.IndexOf(condition);
        if (known < 0)
        {
            known = _conditions.Count;
            _conditions.Add(condition);
        }

        return known < Limit ? 1 << known : 0;
    }

    private WildcardNode NewNode()
    {
        WildcardNode node = new((char)_nodes.Count);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Finds a place that the engine dares to share.</summary>
    private static WildcardNode? Known(WildcardNode node, List<int> symbols, int index)
    {
        if (symbols[index] == Star)
        {
            return node.Star;
        }

        foreach ((byte symbol, WildcardNode next) in node.Next)
        {
            if (
                symbol == symbols[index]
                && next.Decided is null
                && (!next.IsIndeterminate || IsShared(node, symbols, index))
            )
            {
                return next;
            }
        }

        return null;
    }

    private static bool IsShared(WildcardNode node, List<int> symbols, int index) =>
        IsWithinCharacter(symbols[index]) || (node.Star is null && !HasCase(symbols, index));

    private static bool IsWithinCharacter(int symbol) => (symbol & 0xc0) == 0x80;

    private static bool HasCase(List<int> symbols, int index)
    {
        int length = symbols[index] switch
        {
            < 0x80 => 1,
            < 0xe0 => 2,
            _ => 3,
        };
        ReadOnlySpan<byte> bytes =
        [
            .. symbols.GetRange(index, Math.Min(length, symbols.Count - index)).Select(symbol => (byte)symbol),
        ];
        return IgnoreCaseText.HasCase(Encoding.UTF8.GetString(bytes));
    }

    private WildcardNode Extend(WildcardNode node, WildcardNode? before, List<int> symbols, int index)
    {
        WildcardNode next = NewNode();
        next.IsStar = symbols[index] == Star;
        next.IsIndeterminate = next.IsStar || node.IsIndeterminate;
        if (next.IsStar)
        {
            node.Star = next;
        }
        else
        {
            node.Add((byte)symbols[index], next);
            if (node.IsStar)
            {
                // A star may stand for nothing.
                before?.Add((byte)symbols[index], next);
            }
        }

        return next;
    }

    private DecisionNode End(WildcardNode node, WildcardNode? beforeStar, int bit, DecisionNode decided)
    {
        foreach ((_, WildcardNode known) in node.Next)
        {
            if (known.Decided is not null && known.Conditions == bit)
            {
                return known.Decided;
            }
        }

        WildcardNode end = EndOf(bit, decided);
        node.Add((byte)'"', end);
        beforeStar?.Add((byte)'"', end);
        return decided;
    }

    /// <summary>The texts of one <c>anything-but</c> end in the same place.</summary>
    private WildcardNode EndOf(int bit, DecisionNode decided)
    {
        if (!_ends.TryGetValue((bit, decided), out WildcardNode? end))
        {
            end = NewNode();
            end.Conditions = bit;
            end.Decided = decided;
            _ends.Add((bit, decided), end);
        }

        return end;
    }

    private int CountPlaces(string set)
    {
        int count = 0;
        foreach (char number in set)
        {
            WildcardNode node = _nodes[number];
            count += BitOperations.PopCount((uint)node.Conditions);
            if (node.Star is { } star && !set.Contains(star.Number, StringComparison.Ordinal))
            {
                // What matches a beginning also matches it with a star behind.
                count += BitOperations.PopCount((uint)star.Conditions);
            }
        }

        return count;
    }

    private string Step(string set, byte symbol)
    {
        List<char> reached = [];
        foreach (char number in set)
        {
            WildcardNode node = _nodes[number];
            if (node.IsStar)
            {
                Add(reached, number);
            }

            if (node.Star is { } star)
            {
                Add(reached, star.Number);
            }

            foreach ((byte wanted, WildcardNode next) in node.Next)
            {
                if (wanted == symbol)
                {
                    Add(reached, next.Number);
                }
            }
        }

        return new string(CollectionsMarshal.AsSpan(reached));
    }

    /// <summary>Keeps the numbers in order, so that one set has one text.</summary>
    private static void Add(List<char> reached, char number)
    {
        int place = reached.BinarySearch(number);
        if (place < 0)
        {
            reached.Insert(~place, number);
        }
    }
}
