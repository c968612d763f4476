using System.Globalization;
using System.Text;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Finds the InvocationRatePerSecond that events need, from when they happened.</summary>
/// <remarks>
/// An API destination sends so many requests a second; what comes above that waits in EventBridge:
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html
/// </remarks>
internal sealed class InvocationRate
{
    /// <summary>The most that EventBridge lets a destination have.</summary>
    private const int MaximumRate = 300;

    /// <summary>How long an event may wait: short for those who look at a dashboard, long enough for a deployment to pass.</summary>
    private const long AcceptableWaitSeconds = 60;

    private const int SecondsPerMinute = 60;

    private readonly SortedDictionary<long, int> _seconds = [];
    private int _timeless;

    /// <summary>Adds an event that would be sent.</summary>
    /// <param name="time">When it happened, if it says so.</param>
    public void Add(DateTimeOffset? time)
    {
        if (time is not { } known)
        {
            _timeless++;
            return;
        }

        var second = known.ToUnixTimeSeconds();
        _seconds[second] = _seconds.GetValueOrDefault(second) + 1;
    }

    /// <summary>Tells what the events need.</summary>
    /// <returns>The lines, each ended by a line feed.</returns>
    public string Render()
    {
        var output = new StringBuilder();
        var count = _seconds.Values.Sum(number => (long)number);
        if (count == 0 && _timeless > 0)
        {
            return $"no rate: {Counted.Of(_timeless, "matching event")} without a `time` that can be read\n";
        }

        output.Append(
            CultureInfo.InvariantCulture,
            $"rate of {Counted.Of(count, "matching event")}, by their own `time`"
        );
        output.Append('\n');
        if (_timeless > 0)
        {
            output.Append($"  left out: {Counted.Of(_timeless, "event")} without a `time` that can be read\n");
        }

        if (count > 0)
        {
            RenderNeed(output);
        }

        return output.ToString();
    }

    private void RenderNeed(StringBuilder output)
    {
        var second = _seconds.MaxBy(entry => entry.Value);
        var minute = _seconds
            .GroupBy(entry => entry.Key / SecondsPerMinute)
            .Select(group => (Start: group.Key * SecondsPerMinute, Count: group.Sum(entry => entry.Value)))
            .MaxBy(entry => entry.Count);
        output.Append(CultureInfo.InvariantCulture, $"  busiest second  {second.Value:N0} at {Show(second.Key)}\n");
        output.Append(CultureInfo.InvariantCulture, $"  busiest minute  {minute.Count:N0} from {Show(minute.Start)}\n");

        var rate = SmallestRate();
        output.Append(CultureInfo.InvariantCulture, $"  InvocationRatePerSecond={rate}: {Wait(LongestWait(rate))}\n");
        if (second.Value > rate && rate < MaximumRate)
        {
            var atOnce = Math.Min(second.Value, MaximumRate);
            output.Append(
                CultureInfo.InvariantCulture,
                $"  InvocationRatePerSecond={atOnce}: {Wait(LongestWait(atOnce))}\n"
            );
        }

        output.Append("  What is above the rate waits in EventBridge, for as long as MaximumEventAgeInSeconds.\n");
    }

    private int SmallestRate()
    {
        // A higher rate never makes an event wait longer.
        var (lowest, highest) = (1, MaximumRate);
        while (lowest < highest)
        {
            var middle = (lowest + highest) / 2;
            if (LongestWait(middle) > AcceptableWaitSeconds)
            {
                lowest = middle + 1;
            }
            else
            {
                highest = middle;
            }
        }

        return lowest;
    }

    private long LongestWait(int rate)
    {
        long waiting = 0;
        long longest = 0;
        var last = _seconds.Keys.First();
        foreach (var (second, arrived) in _seconds)
        {
            waiting = Math.Max(0, waiting - ((second - last) * rate)) + arrived;
            longest = Math.Max(longest, (waiting - 1) / rate);
            last = second;
        }

        return longest;
    }

    private static string Wait(long seconds) =>
        seconds == 0 ? "no event waits" : $"no event waits longer than {Counted.Of(seconds, "second")}";

    private static string Show(long second) =>
        DateTimeOffset.FromUnixTimeSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
