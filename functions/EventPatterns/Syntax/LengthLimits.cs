using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>How long a pattern may be. White space between tokens does not count: CloudFormation sends none.</summary>
internal static class LengthLimits
{
    private const int Default = 2048;
    private const int Maximum = 4096;

    public static void Check(JsonDocumentSyntax document, DiagnosticBag findings)
    {
        // An event is no pattern that could be made shorter.
        if (document.CompactLength > Default && document.Root is JsonObject root && !PastedEvent.Is(root))
        {
            findings.Report(
                document.CompactLength > Maximum
                    ? ValueFindings.TooLong(document.CompactLength, Maximum)
                    : ValueFindings.LongerThanDefault(document.CompactLength, Default),
                new TextSpan(root.Span.Start, 1),
                JsonPath.Root
            );
        }
    }
}
