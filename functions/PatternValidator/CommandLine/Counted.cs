using System.Globalization;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    public static string Of(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
