using System.Security.Cryptography;
using System.Text;
using Firetiger.EventPatterns;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>Judges what a request asks for.</summary>
/// <param name="analyze">Our own analysis; see <see cref="Findings.Of"/>.</param>
/// <param name="eventBridge">The one that decides.</param>
/// <param name="time">The clock.</param>
internal sealed class PatternJudge(
    Func<string, AnalysisOptions, Findings> analyze,
    EventBridgeJudge eventBridge,
    TimeProvider time
)
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
            _ => await JudgePatternAsync(request, deadline),
        };

    private async Task<PatternJudgement> JudgePatternAsync(CustomResourceRequest request, Deadline deadline)
    {
        var pattern = request.Properties.EventPattern;
        var findings = await AnalyzeAsync(request.Properties, deadline);
        var answer = await eventBridge.AskAsync(pattern, deadline);
        return new PatternJudgement(
            VerdictRules.Decide(request.Type, findings, answer),
            Describe(answer),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pattern)))
        );
    }

    // Our analysis only explains. What it does not find in a third of the time is not worth the time of those who decide.
    private async Task<Findings> AnalyzeAsync(PatternProperties properties, Deadline deadline)
    {
        try
        {
            return await Task.Run(() => analyze(properties.EventPattern, properties.Options), deadline.Token)
                .WaitAsync(deadline.Remaining / 3, time, deadline.Token);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return Findings.Unfinished;
        }
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
