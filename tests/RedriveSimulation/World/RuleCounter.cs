using Firetiger.DlqRedriver.Policy;

namespace Firetiger.RedriveSimulation.World;

/// <summary>CloudWatch's counts of one rule, by the minute.</summary>
internal sealed class RuleCounter
{
    private int[] _attempts = new int[1 << 14];
    private int[] _successes = new int[1 << 14];

    /// <summary>Gets all attempts.</summary>
    public long Attempts { get; private set; }

    /// <summary>Counts an invocation.</summary>
    /// <param name="at">When it was made.</param>
    /// <param name="succeeded">Whether the event was taken.</param>
    public void Count(double at, bool succeeded)
    {
        var minute = (int)(at / 60);
        if (minute >= _attempts.Length)
        {
            Array.Resize(ref _attempts, 2 * minute);
            Array.Resize(ref _successes, 2 * minute);
        }

        Attempts++;
        _attempts[minute]++;
        _successes[minute] += succeeded ? 1 : 0;
    }

    /// <summary>Finds the last minute of a time that has a point: one without attempts has none.</summary>
    /// <param name="from">The first minute.</param>
    /// <param name="to">The minute after the last.</param>
    /// <returns>The minute after it; the first when there is none.</returns>
    public int Last(int from, int to)
    {
        var end = Math.Min(to, _attempts.Length);
        while (end > from && end > 0 && _attempts[end - 1] == 0)
        {
            end--;
        }

        return Math.Max(end, from);
    }

    /// <summary>Sums up what can be read of a time.</summary>
    /// <param name="from">The first minute.</param>
    /// <param name="to">The minute after the last.</param>
    /// <returns>What GetMetricData says.</returns>
    public RuleInvocations Sum(int from, int to)
    {
        var (attempts, successes) = (0L, 0L);
        for (var minute = Math.Max(from, 0); minute < Math.Min(to, _attempts.Length); minute++)
        {
            attempts += _attempts[minute];
            successes += _successes[minute];
        }

        return new RuleInvocations(attempts, successes);
    }
}
