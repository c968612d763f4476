using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// An out-of-memory kill is told by the container's <c>reason</c> and <c>exitCode</c>; the task's <c>stoppedReason</c> only says that an essential
/// container exited. Many guides have it wrong.
/// </summary>
internal static class OutOfMemoryRule
{
    private static readonly string[] Signs = ["OutOfMemory", "out of memory", "out-of-memory", "OOM"];

    public static void Check(LeafPattern leaf, EcsField field, DiagnosticBag findings)
    {
        if (field.Path is not "detail.stoppedReason")
        {
            return;
        }

        foreach (Alternative alternative in leaf.Alternatives)
        {
            string text = alternative.Match.ToString();
            if (Signs.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)))
            {
                findings.Report(MistakeFindings.OutOfMemoryField, alternative.Span, alternative.Path);
            }
        }
    }
}
