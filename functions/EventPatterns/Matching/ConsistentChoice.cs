using System.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// Looks for one scalar for each condition of a branch such that no two stand in different elements of one array. Conditions are decided
/// in ascending order of their paths, as EventBridge does: a condition that a missing field satisfies asks whether any scalar agrees with
/// what has been chosen before it, so the order is part of the language.
/// </summary>
internal sealed class ConsistentChoice(Condition[] branch, MatchState state)
{
    private const int NotChosen = -1;

    /// <summary>Most events are decided before remembering would pay.</summary>
    private const int RememberAfter = 64;

    /// <summary>
    /// Only an event made for it takes more steps: arrays whose names interleave in the order of paths. It then matches nothing, rather than
    /// keep the caller.
    /// </summary>
    private const int MaximumFailures = 200_000;

    private readonly int[] _chosen = CreateChosen(state.ArrayCount);
    private readonly IntList _trail = new();
    private HashSet<string>? _failed;
    private int[]? _lastUse;
    private int _failures;

    public bool Exists() => Decide(0);

    private static int[] CreateChosen(int arrays)
    {
        int[] chosen = new int[arrays];
        Array.Fill(chosen, NotChosen);
        return chosen;
    }

    private bool Decide(int depth)
    {
        if (depth == branch.Length)
        {
            return true;
        }

        if (_failures >= MaximumFailures)
        {
            return false;
        }

        string? key = _failures < RememberAfter ? null : KeyOf(depth);
        if (key is not null && _failed?.Contains(key) == true)
        {
            return false;
        }

        if (ChooseScalar(depth) || (IsAbsent(branch[depth]) && Decide(depth + 1)))
        {
            return true;
        }

        _failures++;
        if (key is not null)
        {
            (_failed ??= new(StringComparer.Ordinal)).Add(key);
        }

        return false;
    }

    private bool ChooseScalar(int depth)
    {
        foreach (int place in state.Matched(branch[depth]))
        {
            int mark = _trail.Count;
            if (TryChoose(place) && Decide(depth + 1))
            {
                return true;
            }

            Undo(mark);
        }

        return false;
    }

    private bool IsAbsent(Condition condition)
    {
        if (!condition.MatchesAbsence)
        {
            return false;
        }

        foreach (int place in state.Present(condition))
        {
            int mark = _trail.Count;
            bool agrees = TryChoose(place);
            Undo(mark);
            if (agrees)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryChoose(int place)
    {
        for (int at = place; at > 0; at = state.ParentOf(at))
        {
            int array = state.ArrayOf(at);
            if (_chosen[array] == NotChosen)
            {
                _chosen[array] = state.ElementOf(at);
                _trail.Add(array);
            }
            else if (_chosen[array] != state.ElementOf(at))
            {
                return false;
            }
        }

        return true;
    }

    private void Undo(int mark)
    {
        while (_trail.Count > mark)
        {
            _chosen[_trail.RemoveLast()] = NotChosen;
        }
    }

    /// <summary>
    /// Names what the decisions from a depth on depend on: the elements chosen of arrays that still matter. Without it, independent arrays
    /// would multiply.
    /// </summary>
    private string KeyOf(int depth)
    {
        int[] lastUse = _lastUse ??= FindLastUses();
        List<int> relevant = [];
        foreach (int array in _trail.Items)
        {
            if (lastUse[array] >= depth)
            {
                relevant.Add(array);
            }
        }

        relevant.Sort();
        StringBuilder key = new();
        key.Append(depth);
        foreach (int array in relevant)
        {
            key.Append(',').Append(array).Append(':').Append(_chosen[array]);
        }

        return key.ToString();
    }

    private int[] FindLastUses()
    {
        int[] lastUse = new int[state.ArrayCount];
        for (int depth = 0; depth < branch.Length; depth++)
        {
            Mark(lastUse, state.Matched(branch[depth]), depth);
            Mark(lastUse, state.Present(branch[depth]), depth);
        }

        return lastUse;
    }

    private void Mark(int[] lastUse, ReadOnlySpan<int> places, int depth)
    {
        foreach (int place in places)
        {
            for (int at = place; at > 0; at = state.ParentOf(at))
            {
                lastUse[state.ArrayOf(at)] = depth;
            }
        }
    }
}
