using System.Diagnostics.CodeAnalysis;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator;

/// <summary>Answers one request of CloudFormation: has the pattern judged, sends the response.</summary>
/// <remarks>
/// Once there is a usable ResponseURL a response is sent whatever happens, or the stack would wait for its timeout.
/// What cannot be answered is an exception, so that Lambda tries the asynchronous invocation again.
/// </remarks>
internal sealed class CustomResourceHandler(
    ResponseUrlRule responseUrls,
    PatternJudge judge,
    ResponseSender sender,
    TimeProvider time,
    Log log
)
{
    /// <summary>Answers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="invocationId">Lambda's id of the invocation.</param>
    /// <param name="deadline">The time of the invocation.</param>
    /// <returns>The response that CloudFormation was sent, for those who invoke by hand.</returns>
    /// <exception cref="InvalidRequestException">There is nobody to answer.</exception>
    /// <exception cref="ResponseNotDeliveredException">The response could not be delivered in time.</exception>
    public async Task<byte[]> HandleAsync(CustomResourceRequest request, string invocationId, Deadline deadline)
    {
        var started = time.GetTimestamp();
        var url = responseUrls.Check(request.ResponseUrl);
        var judgement = await JudgeAsync(request, deadline);
        var body = ResponseWriter.Write(request, judgement);
        await sender.SendAsync(url, body, deadline);
        log.Answered(invocationId, request, judgement, time.GetElapsedTime(started));
        return body;
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The one catch-all of the function: a stack must not wait an hour for a mistake of ours."
    )]
    private async Task<PatternJudgement> JudgeAsync(CustomResourceRequest request, Deadline deadline)
    {
        try
        {
            return await judge.JudgeAsync(request, deadline);
        }
        catch (Exception exception)
        {
            log.Fault(request, exception);
            return PatternJudgement.OfFault(request.Type);
        }
    }
}
