using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Tests.Baselines;

namespace Firetiger.EventPatterns.Tests.Documents;

/// <summary>Writes <c>docs/diagnostics.md</c>: every kind of finding with an example of it.</summary>
internal static class DiagnosticsPage
{
    public const string Name = "diagnostics.md";

    private const string Introduction = """
        # Diagnostics

        Every finding about an event pattern has a code. A code never changes its meaning and is never used again, so it can be
        searched for, and named in a ticket.

        | codes | about |
        | --- | --- |
        | EP00xx | the JSON text |
        | EP01xx | the structure: fields, lists, `$or` |
        | EP02xx | operators and their operands |
        | EP03xx | values and limits |
        | EP04xx | patterns that EventBridge takes, but that likely do not mean what was meant |

        An **error** is a pattern that EventBridge refuses. Its own words follow as `EventBridge:`; they are what `PutRule` and
        CloudFormation would say. A **warning** is a pattern that EventBridge takes.

        Some patterns are taken and yet can never match. These are **errors under Strict**, the default, and warnings under Lenient. The
        table says from which RulesVersion on: who asks for an older RulesVersion gets a warning instead, so that a new rule never stops a
        deployment that worked yesterday. They are warnings, too, where another value beside them may still match,
        and where the name or value is only unlike those that are known: AWS adds some without notice.

        One pass reports every finding of a text, one for each mistake, in the order of their places. In the examples each finding stands
        under its line, with carets under the place. A text that is too long is cut at `…`; `␉` and the like stand for control characters,
        `□` for a byte order mark.

        This file is generated; see [CONTRIBUTING](../CONTRIBUTING.md). The language itself is described in [patterns.md](patterns.md).

        """;

    public static string Render()
    {
        StringBuilder output = new(Introduction.ReplaceLineEndings("\n"));
        output.Append("\n## All codes\n\n| code | severity | finding |\n| --- | --- | --- |\n");
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.All)
        {
            string code = descriptor.Code;
            string anchor = code.ToLowerInvariant();
            output.Append(
                CultureInfo.InvariantCulture,
                $"| [{code}](#{anchor}) | {SeverityOf(descriptor)} | {Escape(descriptor.Title)} |\n"
            );
        }

        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.All)
        {
            AppendSection(output, descriptor);
        }

        return output.ToString();
    }

    private static void AppendSection(StringBuilder output, DiagnosticDescriptor descriptor)
    {
        output.Append(CultureInfo.InvariantCulture, $"\n### {descriptor.Code}\n\n");
        output.Append(CultureInfo.InvariantCulture, $"**{Sentence(descriptor.Title)}** ");
        output.Append(CultureInfo.InvariantCulture, $"{Sentence(SeverityOf(descriptor))}\n\n```text\n");
        output.Append(AnnotatedExample.Render(Baseline.Input(Baseline.Expected(descriptor.Code)), descriptor.Code));
        output.Append(CultureInfo.InvariantCulture, $"```\n\nSource: <{descriptor.Source}>\n");
    }

    private static string SeverityOf(DiagnosticDescriptor descriptor) =>
        descriptor switch
        {
            { StrictSince: int since } => string.Create(
                CultureInfo.InvariantCulture,
                $"error under Strict from RulesVersion {since} on"
            ),
            { Severity: DiagnosticSeverity.Error } => "error",
            _ => "warning",
        };

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + Escape(text)[1..] + ".";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
