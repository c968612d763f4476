using System.Globalization;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>Who decides.</summary>
/// <remarks>
/// EventBridge decides what is a pattern; we explain. Where it cannot be asked, our word stops a new stack but never an
/// update: a rollback is an update too, and the rule itself is still guarded by PutRule. What EventBridge takes but
/// what cannot match is for us alone, and the same on every day, so that a rollback never meets a new opinion.
/// </remarks>
internal static class VerdictRules
{
    private const string Advice = "Strictness Lenient makes this a warning.";

    private const int MaximumSamples = 3;

    private const string Unfinished = "The validator's own check of the event pattern took too long and was left out. ";

    /// <summary>Decides.</summary>
    /// <param name="type">Create or Update.</param>
    /// <param name="findings">Our findings.</param>
    /// <param name="answer">EventBridge's answer.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Decide(RequestType type, Findings findings, EventBridgeAnswer answer)
    {
        var verdict = Judge(type, findings, answer);
        return findings.IsFinished || !verdict.IsSuccess ? verdict : verdict with { Lead = Unfinished + verdict.Lead };
    }

    private static Verdict Judge(RequestType type, Findings findings, EventBridgeAnswer answer) =>
        answer switch
        {
            EventBridgeAnswer.Refused refused => Refuse(findings, refused.Text),
            EventBridgeAnswer.Unreachable when type == RequestType.Create && findings.Refusals.Count > 0 => Refuse(
                findings,
                string.Empty
            ),
            _ when findings.Mistakes.Count > 0 => Verdict.Fail(
                "The event pattern can never match: ",
                findings.Mistakes
            ) with
            {
                Advice = Advice,
            },
            _ when findings.Samples is { Failures: { Count: > 0 } failures } => Verdict.Fail(
                $"The event pattern does not do what its samples ask for: {Some(failures)}."
            ),
            EventBridgeAnswer.Unreachable unreachable => Verdict.Pass(
                $"EventBridge could not be asked about the event pattern ({unreachable.Reason}). ",
                findings.All
            ),
            _ when findings.Refusals.Count > 0 => Verdict.Pass(
                "EventBridge takes the event pattern, though it looks wrong: ",
                findings.All
            ),
            _ => Verdict.Pass(string.Empty, findings.All),
        };

    private static string Some(IReadOnlyList<string> failures)
    {
        var shown = string.Join("; ", failures.Take(MaximumSamples));
        return failures.Count <= MaximumSamples
            ? shown
            : string.Create(CultureInfo.InvariantCulture, $"{shown}; and {failures.Count - MaximumSamples} more");
    }

    private static Verdict Refuse(Findings findings, string eventBridgeText) =>
        findings.Refusals.Count > 0
            ? Verdict.Fail("The event pattern is refused: ", findings.Errors)
            : Verdict.Fail(
                $"EventBridge refuses the event pattern: {EventBridgeText.Shorten(eventBridgeText)} ",
                findings.Errors
            );
}
