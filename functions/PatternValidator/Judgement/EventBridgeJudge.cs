using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>Asks EventBridge what it thinks of a pattern.</summary>
/// <param name="createClient">Makes the client; it throws where there is no Region.</param>
/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html</remarks>
internal sealed class EventBridgeJudge(Func<AmazonEventBridgeClient> createClient)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private AmazonEventBridgeClient? _client;

    /// <summary>Asks.</summary>
    /// <param name="eventPattern">The pattern as JSON text.</param>
    /// <param name="deadline">The time of the invocation; at most half of what is left is used here.</param>
    /// <returns>The answer. That there is none is an answer too.</returns>
    public async Task<EventBridgeAnswer> AskAsync(string eventPattern, Deadline deadline)
    {
        var half = deadline.Remaining / 2;
        using var step = deadline.Within(half < LongestWait ? half : LongestWait);
        try
        {
            _client ??= createClient();
            var request = new TestEventPatternRequest { EventPattern = eventPattern, Event = SampleEvent.Json };
            await _client.TestEventPatternAsync(request, step.Token);
            return new EventBridgeAnswer.Accepted();
        }
        catch (InvalidEventPatternException exception)
        {
            return new EventBridgeAnswer.Refused(exception.Message);
        }
        catch (AmazonServiceException exception)
        {
            return new EventBridgeAnswer.Unreachable(Name(exception));
        }
        catch (AmazonClientException)
        {
            return new EventBridgeAnswer.Unreachable("no credentials or no Region");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new EventBridgeAnswer.Unreachable("no connection");
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return new EventBridgeAnswer.Unreachable("no answer in time");
        }
    }

    // Not the message: ValidationException quotes the whole pattern in it.
    private static string Name(AmazonServiceException exception) =>
        string.IsNullOrEmpty(exception.ErrorCode) ? "no connection" : exception.ErrorCode;
}
