using System.Globalization;
using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Wire;

/// <summary>A timestamp among an operation's members, which each protocol writes in its own form.</summary>
internal static class Timestamp
{
    /// <summary>Tells a timestamp from a string that merely looks like one.</summary>
    /// <param name="value">A member.</param>
    /// <param name="time">The time.</param>
    /// <returns>Whether the member was made from a <see cref="DateTimeOffset"/>.</returns>
    public static bool TryGet(JsonValue value, out DateTimeOffset time)
    {
        var isTime = value.TryGetValue<object>(out var held) && held is DateTimeOffset;
        time = isTime ? value.GetValue<DateTimeOffset>() : default;
        return isTime;
    }

    public static double EpochSeconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    public static DateTimeOffset FromEpochSeconds(double seconds)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(checked((long)Math.Round(seconds * 1000)));
        }
        catch (Exception bad) when (bad is ArgumentOutOfRangeException or OverflowException)
        {
            throw BadInput.Because($"{seconds.ToString(CultureInfo.InvariantCulture)} is not a time");
        }
    }

    public static string Iso8601(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
