using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>Gathers the findings of one text.</summary>
internal sealed class DiagnosticBag(SourceText source, AnalysisOptions options)
{
    private readonly List<Diagnostic> _findings = [];

    public int Count => _findings.Count;

    /// <summary>Gets a value indicating whether EventBridge itself would refuse the pattern.</summary>
    public bool IsRefused { get; private set; }

    public void Report(Finding finding, TextSpan span, JsonPath path)
    {
        DiagnosticSeverity severity = SeverityOf(finding);
        IsRefused |= severity == DiagnosticSeverity.Error && finding.Descriptor.StrictSince is null;
        _findings.Add(
            new Diagnostic(
                finding.Descriptor,
                severity,
                span,
                source.PositionOf(span.Start),
                source.PositionOf(span.End),
                path.ToString(),
                finding.Message,
                finding.Hint,
                finding.Detail
            )
        );
    }

    /// <summary>Takes back the warnings about one place, because something worse is to be said of it.</summary>
    /// <param name="span">The place.</param>
    public void WithdrawWarnings(TextSpan span) =>
        _findings.RemoveAll(finding => finding.Severity == DiagnosticSeverity.Warning && finding.Span == span);

    public bool HasUnterminatedStringAt(int end) =>
        _findings.Exists(finding => JsonFindings.IsUnterminatedString(finding.Descriptor) && finding.Span.End == end);

    /// <summary>Gets the findings in the order of their places; at one place in the order they were found.</summary>
    /// <returns>The findings.</returns>
    public IReadOnlyList<Diagnostic> InOrder()
    {
        if (_findings.Count < 2)
        {
            return _findings;
        }

        if (IsRefused)
        {
            LeaveErrorsToEventBridge();
        }

        Diagnostic[] ordered = [.. _findings];
        long[] places = new long[ordered.Length];
        for (int index = 0; index < places.Length; index++)
        {
            places[index] = ((long)ordered[index].Span.Start << 32) + index;
        }

        Array.Sort(places, ordered);
        return ordered;
    }

    /// <summary>What EventBridge refuses is mended first: what would never match only warns until then.</summary>
    private void LeaveErrorsToEventBridge()
    {
        for (int index = 0; index < _findings.Count; index++)
        {
            if (_findings[index].Descriptor.StrictSince is not null)
            {
                _findings[index] = _findings[index] with { Severity = DiagnosticSeverity.Warning };
            }
        }
    }

    private DiagnosticSeverity SeverityOf(Finding finding)
    {
        bool isError =
            finding.Descriptor.StrictSince is not int since
            || (options.Strictness == Strictness.Strict && since <= options.RulesVersion && !finding.OnlyWarns);
        return isError ? finding.Descriptor.Severity : DiagnosticSeverity.Warning;
    }
}
