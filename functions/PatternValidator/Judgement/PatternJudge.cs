using System.Security.Cryptography;
using System.Text;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>Judges what a request asks for.</summary>
/// <param name="analyze">Our own analysis; see <see cref="Findings.Of"/>.</param>
/// <param name="eventBridge">The one that decides.</param>
/// <param name="time">The clock.</param>
internal sealed class PatternJudge(
    Func<PatternProperties, Findings> analyze,
    EventBridgeJudge eventBridge,
    TimeProvider time
)
{
    /// <summary>Judges what CloudFormation asks for.</summary>
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
            _ => await JudgeAsync(request.Type, new PropertiesReader(request.Properties).Read(), deadline),
        };

    /// <summary>Judges a pattern.</summary>
    /// <param name="type">Create or Update.</param>
    /// <param name="properties">The pattern, and how to judge it.</param>
    /// <param name="deadline">The time of the invocation.</param>
    /// <returns>The judgement.</returns>
    public async Task<PatternJudgement> JudgeAsync(RequestType type, PatternProperties properties, Deadline deadline)
    {
        if (properties.Problems.Count > 0)
        {
            return PatternJudgement.Unasked(Verdict.Fail(string.Join(' ', properties.Problems)));
        }

        var findings = await AnalyzeAsync(properties, deadline);
        var answer = await eventBridge.AskAsync(properties.EventPattern, deadline);
        return new PatternJudgement(
            TellUnknown(VerdictRules.Decide(type, findings, answer), properties.Unknown),
            Describe(answer)
        )
        {
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(properties.EventPattern))),
            MatchedSamples = findings.Samples?.Matched,
            IsByNobody = answer is EventBridgeAnswer.Unreachable && !findings.IsFinished,
        };
    }

    // A newer template may have a property that this function does not know, so it stops nothing.
    private static Verdict TellUnknown(Verdict verdict, IReadOnlyList<string> unknown) =>
        unknown.Count == 0 || !verdict.IsSuccess
            ? verdict
            : verdict with
            {
                Lead =
                    $"Properties that mean nothing here: {string.Join(", ", unknown.Select(name => $"`{name}`"))}. {verdict.Lead}",
            };

    // Our analysis only explains. What it does not find in a third of the time is not worth the time of those who decide.
    private async Task<Findings> AnalyzeAsync(PatternProperties properties, Deadline deadline)
    {
        try
        {
            return await Task.Run(() => analyze(properties), deadline.Token)
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
