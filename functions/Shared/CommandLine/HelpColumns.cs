using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Firetiger.CommandLine;

/// <summary>How wide a help may be.</summary>
internal static class HelpColumns
{
    private const int Elsewhere = 80;

    // Below, two columns of text have no room side by side.
    private const int Least = 30;

    /// <summary>Gets it: <c>COLUMNS</c>, or the terminal's width, or 80 where there is no terminal.</summary>
    /// <returns>The width in characters.</returns>
    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "A property of the terminal, and no setting of a function."
    )]
    public static int OfTerminal()
    {
        var told = Environment.GetEnvironmentVariable("COLUMNS");
        if (!int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) || columns == 0)
        {
            columns = Console.IsOutputRedirected ? 0 : Console.WindowWidth;
        }

        return columns > 0 ? Math.Max(columns, Least) : Elsewhere;
    }
}
