using System.Security.Cryptography;
using System.Text;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>Judges what a request asks for.</summary>
internal sealed class PatternJudge(EventBridgeJudge eventBridge)
{
    /// <summary>Judges.</summary>
    /// <param name="request">The request.</param>
    /// <param name="deadline">The time of the invocation.</param>
    /// <returns>The judgement.</returns>
    public async Task<PatternJudgement> JudgeAsync(CustomResourceRequest request, Deadline deadline) =>
        request.Type switch
        {
            // There is nothing to delete, so nothing may go wrong: a failed Delete wedges the whole stack.
            RequestType.Delete => PatternJudgement.Unasked(Verdict.Pass(string.Empty)),
            RequestType.Unknown => PatternJudgement.Unasked(
                Verdict.Fail("The request type is not Create, Update or Delete.")
            ),
            _ when request.Properties.Problems is { Count: > 0 } problems => PatternJudgement.Unasked(
                Verdict.Fail(string.Join(' ', problems))
            ),
            _ => await JudgePatternAsync(request, deadline).ConfigureAwait(false),
        };

    private async Task<PatternJudgement> JudgePatternAsync(CustomResourceRequest request, Deadline deadline)
    {
        var pattern = request.Properties.EventPattern;
        var findings = Findings.Of(pattern, request.Properties.Options);
        var answer = await eventBridge.AskAsync(pattern, deadline).ConfigureAwait(false);
        return new PatternJudgement(
            VerdictRules.Decide(request.Type, findings, answer),
            Describe(answer),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pattern)))
        );
    }

    private static string Describe(EventBridgeAnswer answer) =>
        answer switch
        {
            EventBridgeAnswer.Accepted => "Accepted",
            EventBridgeAnswer.Refused => "Refused",
            EventBridgeAnswer.Unreachable unreachable => $"Unreachable: {unreachable.Reason}",
            _ => string.Empty,
        };
}
