using System.Text;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>A verdict as people read it: in the events of their stack, in one line.</summary>
internal static class VerdictText
{
    /// <summary>Renders a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="maximumBytes">The most UTF-8 bytes the line may take; at least 100.</param>
    /// <returns>The line; empty for a success with nothing to say.</returns>
    public static string Render(Verdict verdict, int maximumBytes)
    {
        // The findings say more than a long lead: at least half of the room is theirs.
        var leadRoom = verdict.Findings.Count == 0 ? maximumBytes : maximumBytes / 2;
        var lead = Utf8Text.Cut(verdict.Lead, leadRoom);
        var advice = verdict.Advice.Length > 0 ? $". {verdict.Advice}" : string.Empty;
        var room = maximumBytes - Encoding.UTF8.GetByteCount(lead) - Encoding.UTF8.GetByteCount(advice);
        return (lead + OneLine.Render(verdict.Findings, room)).TrimEnd() + advice;
    }
}
