using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Aws;

/// <summary>What one process is given to do, and when it took and answered it.</summary>
/// <param name="work">The work.</param>
/// <param name="queue">The dead-letter queue.</param>
/// <param name="endpoint">Where the function's AWS is.</param>
/// <param name="runtimeApi">Where its Runtime API is: the same without TLS.</param>
internal sealed class Session(Work work, Queue queue, Uri endpoint, Uri runtimeApi)
{
    public const string DeadLetterQueue = "dead-letters";
    public const string QuarantineQueue = "quarantine";
    public const string ApiDestination = "firetiger";
    public const int PageSize = 10;

    private readonly Channel<byte[]> _payloads = Channel.CreateUnbounded<byte[]>();
    private TaskCompletionSource _answered = new();
    private long _taken;
    private long _finished;
    private bool _responseWasSuccess;

    /// <summary>Gets what answers the function's calls.</summary>
    public Operations Operations { get; } = new(queue);

    /// <summary>Gets where the function's AWS is.</summary>
    public Uri Endpoint => endpoint;

    /// <summary>Gets where its Runtime API is.</summary>
    public Uri RuntimeApi => runtimeApi;

    /// <summary>Gets how many messages were put and deleted since the last invocation.</summary>
    public int Moved => queue.Deleted;

    /// <summary>Gets what the function answered last.</summary>
    public string LastAnswer { get; private set; } = "";

    /// <summary>Invokes the function.</summary>
    /// <param name="messages">The messages in its queue.</param>
    /// <param name="atLeast">How many must have been put and deleted in the end; all by default.</param>
    /// <returns>When it took the invocation and when it had answered, as timestamps of <see cref="Stopwatch"/>.</returns>
    /// <exception cref="InvalidOperationException">It failed, or did not do its work.</exception>
    public async Task<(long Taken, long Finished)> InvokeAsync(int messages = PageSize, int? atLeast = null)
    {
        queue.Fill(messages);
        Operations.Reset();
        (_answered, _responseWasSuccess) = (
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
            false
        );
        await _payloads.Writer.WriteAsync(Payload());
        await _answered.Task;
        var isDone =
            work == Work.Redrive
                ? Operations.Put >= (atLeast ?? messages) && queue.Deleted == Operations.Put
                : _responseWasSuccess && Operations.Calls > 0;
        return isDone
            ? (_taken, _finished)
            : throw new InvalidOperationException(
                $"The function did not do its work: {Operations.Put} put, {queue.Deleted} deleted, {Operations.Calls} calls. It answered {LastAnswer}"
            );
    }

    /// <summary>Answers <c>invocation/next</c>.</summary>
    /// <param name="cancellationToken">Ends with the process.</param>
    /// <returns>The payload.</returns>
    public async Task<byte[]> NextAsync(CancellationToken cancellationToken)
    {
        var payload = await _payloads.Reader.ReadAsync(cancellationToken);
        _taken = Stopwatch.GetTimestamp();
        return payload;
    }

    /// <summary>Takes the answer.</summary>
    /// <param name="answer">What the function answered.</param>
    public void Answer(string answer)
    {
        _finished = Stopwatch.GetTimestamp();
        LastAnswer = answer;
        _answered.TrySetResult();
    }

    /// <summary>Takes an error, of an invocation or of the start.</summary>
    /// <param name="error">What the function says.</param>
    public void Fail(string error) => _answered.TrySetException(new InvalidOperationException(error));

    /// <summary>Takes the response of a custom resource, in the place of S3.</summary>
    /// <param name="response">The response.</param>
    public void Respond(JsonObject response) => _responseWasSuccess = (string?)response["Status"] is "SUCCESS";

    private byte[] Payload() =>
        work == Work.Redrive
            ? "{}"u8.ToArray()
            : Encoding.UTF8.GetBytes(
                new JsonObject
                {
                    ["RequestType"] = "Create",
                    // Plain HTTP also where AWS is reached over TLS: our validator takes https only for S3 itself.
                    ["ResponseURL"] = new Uri(runtimeApi, "response").ToString(),
                    ["StackId"] = "arn:aws:cloudformation:us-east-1:123456789012:stack/cold/1",
                    ["RequestId"] = "1",
                    ["ResourceType"] = "Custom::EventPattern",
                    ["LogicalResourceId"] = "EventPatternCheck",
                    ["ResourceProperties"] = new JsonObject
                    {
                        ["EventPattern"] =
                            """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"lastStatus":["STOPPED"]}}""",
                    },
                }.ToJsonString()
            );
}
