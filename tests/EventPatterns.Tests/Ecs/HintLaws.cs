using System.Text.RegularExpressions;
using CsCheck;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Tests.Plausible;

namespace Firetiger.EventPatterns.Tests.Ecs;

public sealed partial class HintLaws
{
    private const int Patterns = 2_000;

    [Fact]
    public void Who_takes_what_was_meant_is_rid_of_the_finding_and_earns_no_error()
    {
        int taken = 0;

        Gen.Select(GeneratePlausible.Pattern.Select(PlausiblePattern.Print), Gen.Bool)
            .Sample(
                (printed, isPlain) =>
                {
                    string pattern = isPlain ? ListOfOne().Replace(printed, "${value}", 2) : printed;
                    IReadOnlyList<Diagnostic> before = EventPattern.Analyze(pattern).Diagnostics;
                    foreach (Diagnostic finding in before.DistinctBy(found => found.Span))
                    {
                        if (Mended(pattern, finding) is { } mended)
                        {
                            ShouldBeMended(pattern, before, finding, mended);
                            Interlocked.Increment(ref taken);
                        }
                    }
                },
                iter: Patterns
            );

        taken.ShouldBeGreaterThan(Patterns / 5, "Too few hints say what was meant.");
    }

    private static void ShouldBeMended(
        string pattern,
        IReadOnlyList<Diagnostic> before,
        Diagnostic finding,
        string mended
    )
    {
        string[] known = [.. before.Select(found => Mistake(pattern, found))];
        IReadOnlyList<Diagnostic> after = EventPattern.Analyze(mended).Diagnostics;
        string context = $"{pattern}\n{finding}\n{mended}\n{string.Join('\n', after)}";

        string mistake = Mistake(pattern, finding);
        after
            .Count(found => IsSame(Mistake(mended, found), mistake))
            .ShouldBeLessThan(known.Count(found => IsSame(found, mistake)), context);
        after
            .Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => Mistake(mended, found))
            .Except(known, StringComparer.Ordinal)
            .ShouldBeEmpty(context);
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    // What follows from a mistake, and so whether it is an error, depends on what else is one.
    private static string Mistake(string pattern, Diagnostic finding) =>
        $"{finding.Code} {pattern.AsSpan(finding.Span.Start, finding.Span.Length).Trim('"')}";

    /// <summary>Puts what was meant in place of what is written.</summary>
    private static string? Mended(string pattern, Diagnostic finding)
    {
        string hint = finding.Hint ?? "";
        string? mended = null;
        if (Meant().Match(hint) is { Success: true } meant)
        {
            mended = MendedBy(meant.Groups["text"].Value, finding);
        }
        else if (Value().Match(hint) is { Success: true } value && finding.Code is not "EP0412")
        {
            mended = value.Groups["text"].Value;
        }

        return mended is null
            ? null
            : string.Concat(pattern.AsSpan(0, finding.Span.Start), mended, pattern.AsSpan(finding.Span.End));
    }

    private static bool IsOfValue(Diagnostic finding) =>
        finding.Path.EndsWith(']') || finding.Code is "EP0405" or "EP0406" or "EP0427";

    private static string? MendedBy(string meant, Diagnostic finding)
    {
        string? name = IsOfValue(finding) ? meant : Within(finding.Path, meant);
        return name is null ? null : $"\"{name}\"";
    }

    /// <summary>Writes the path of a field from the object on in which it stands, or nothing when it belongs elsewhere.</summary>
    private static string? Within(string path, string meant)
    {
        string around = Branch().Replace(path[..path.LastIndexOf('.')], "").TrimStart('$').TrimStart('.');
        if (around.Length == 0)
        {
            return meant;
        }

        return meant.StartsWith($"{around}.", StringComparison.Ordinal) ? meant[(around.Length + 1)..] : null;
    }

    [GeneratedRegex("^did you mean `(?<text>[^`]*)`\\?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Meant();

    [GeneratedRegex(
        "^write `(?:\"[^\"]*\": )?(?<text>[^`]*)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Value();

    [GeneratedRegex(
        "\\[(?<value>\"[^\"]*\"|true|[0-9]+)\\]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ListOfOne();

    [GeneratedRegex("\\.\\$or\\[\\d+\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Branch();
}
