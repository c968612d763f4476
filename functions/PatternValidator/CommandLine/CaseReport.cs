using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Diagnostics.Rendering;
using Firetiger.EventPatterns.Explanation;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Tells people which rows of a table fail, and why.</summary>
internal sealed class CaseReport(string name, StandardStreams streams)
{
    private int _rows;
    private int _failed;
    private int _broken;

    /// <summary>Gets a value indicating whether every row is as it ought to be.</summary>
    public bool IsGood => _failed == 0 && _broken == 0;

    public void AddBroken(int line, string problem)
    {
        _rows++;
        _broken++;
        Write($"FAIL {name}:{line}: the row cannot be read: {problem}\n");
    }

    public void Add(int line, CaseRow row, CaseVerdict verdict)
    {
        if (row is { Valid: null, Match: null })
        {
            AddBroken(line, "it says neither `match` nor `valid`");
            return;
        }

        _rows++;
        if (Failure(row, verdict) is not { } failure)
        {
            return;
        }

        _failed++;
        var title = row.Name is null ? "" : $" {row.Name}:";
        Write($"FAIL {name}:{line}:{title} {failure}\n");
    }

    public string Summary()
    {
        var broken = _broken == 0 ? "" : $", {_broken:N0} cannot be read";
        return $"{Counted.Of(_rows, "row")}: {_rows - _failed - _broken:N0} passed, {_failed:N0} failed{broken}";
    }

    private static string? Failure(CaseRow row, CaseVerdict verdict)
    {
        if (!verdict.IsValid)
        {
            return row.Valid is false ? null : $"EventBridge refuses the pattern\n{Errors(row, verdict)}";
        }

        if (row.Valid is false)
        {
            return "EventBridge takes the pattern, and the row says that it is refused";
        }

        return row.Match is { } wanted && verdict.Match != wanted ? Difference(row, verdict, wanted) : null;
    }

    private static string Difference(CaseRow row, CaseVerdict verdict, bool wanted)
    {
        if (row.Event is null)
        {
            return "the row says `match` and has no `event`";
        }

        if (verdict.Analysis.Pattern is not { } pattern)
        {
            return $"the pattern cannot be used\n{Errors(row, verdict)}";
        }

        var explanation = ExplanationText.Render(pattern.Explain(row.Event)).TrimEnd('\n');
        return $"the event ought {(wanted ? "to match" : "not to match")}\n{explanation}";
    }

    private static string Errors(CaseRow row, CaseVerdict verdict)
    {
        var findings = verdict.Analysis.Diagnostics;
        List<Diagnostic> errors = [.. findings.Where(finding => finding.Severity == DiagnosticSeverity.Error)];
        return Terminal.Render(errors.Count > 0 ? errors : findings, row.Pattern).TrimEnd('\n');
    }

    private void Write(string text) => streams.Out.WriteLine(streams.OutColors.Paint(text));
}
