using System.Text;
using Firetiger.EventPatterns.Diagnostics.Rendering;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator;

/// <summary>Answers who asks about a pattern without CloudFormation, such as Terraform's <c>aws_lambda_invocation</c>.</summary>
/// <param name="judge">The same that CloudFormation's requests meet; a question is judged as a new stack would be.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class DirectHandler(PatternJudge judge, TimeProvider time, Log log)
{
    // As many as a response to CloudFormation may have in all.
    private const int MaximumMessageBytes = ResponseWriter.MaximumBytes;

    /// <summary>Answers.</summary>
    /// <param name="properties">The question.</param>
    /// <param name="invocationId">Lambda's id of the invocation.</param>
    /// <param name="deadline">The time of the invocation.</param>
    /// <returns>The findings, a JSON array, of a pattern that passes.</returns>
    /// <exception cref="InvalidEventPattern">
    /// The pattern does not pass, or nobody could judge it; the message is the verdict in one line.
    /// </exception>
    public async Task<byte[]> HandleAsync(PatternProperties properties, string invocationId, Deadline deadline)
    {
        var started = time.GetTimestamp();
        var judgement = await judge.JudgeAsync(RequestType.Create, properties, deadline);
        log.AnsweredDirectly(invocationId, judgement, time.GetElapsedTime(started));
        // CloudFormation's PutRule still stands behind a stack that goes on unjudged; who asks here takes the answer for the truth.
        return judgement.Verdict.IsSuccess && !judgement.IsByNobody
            ? Encoding.UTF8.GetBytes(JsonReport.Render(judgement.Verdict.Findings))
            : throw new InvalidEventPattern(VerdictText.Render(judgement.Verdict, MaximumMessageBytes));
    }
}
