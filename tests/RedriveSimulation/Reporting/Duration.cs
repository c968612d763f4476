using System.Globalization;

namespace Firetiger.RedriveSimulation.Reporting;

/// <summary>Durations for people.</summary>
internal static class Duration
{
    /// <summary>Writes one with the unit that suits it.</summary>
    /// <param name="seconds">Seconds; null for never.</param>
    /// <returns>Such as <c>2.5 h</c>.</returns>
    public static string Text(double? seconds) =>
        seconds switch
        {
            null => "never",
            < 120 => Number(seconds.Value, "s"),
            < 7_200 => Number(seconds.Value / 60, "min"),
            < 172_800 => Number(seconds.Value / 3_600, "h"),
            _ => Number(seconds.Value / 86_400, "d"),
        };

    private static string Number(double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {unit}");
}
