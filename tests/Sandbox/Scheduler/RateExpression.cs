using System.Globalization;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>Reads <c>rate(5 minutes)</c>.</summary>
internal static partial class RateExpression
{
    public static TimeSpan Read(string expression)
    {
        if (Form().Match(expression) is not { Success: true } match)
        {
            throw new AwsException(
                "ValidationException",
                $"Invalid Schedule Expression {expression}. The sandbox has rate(N minutes) and rate(N hours)."
            );
        }

        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value is "minute" ? TimeSpan.FromMinutes(number) : TimeSpan.FromHours(number);
    }

    [GeneratedRegex(
        @"^rate\((?<number>[1-9]\d{0,3}) (?<unit>minute|hour)s?\)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
