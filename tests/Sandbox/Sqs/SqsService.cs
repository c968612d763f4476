using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Sqs;

/// <summary>SQS: standard queues.</summary>
internal sealed class SqsService(SandboxContext context) : IAwsService
{
    private const string BatchSuffix = "Batch";

    private readonly Queues _queues = new(context);
    private readonly Sending _sending = new(context);

    public string SigningName => "sqs";

    /// <summary>Looks into a queue without receiving, so that nothing is hidden from who works on it.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="maximum">How many messages at most, those sent first.</param>
    /// <returns>The messages; none of a queue that was deleted.</returns>
    public IReadOnlyList<SeenMessage> Look(string queueUrl, int maximum) => _queues.Find(queueUrl)?.Look(maximum) ?? [];

    public async Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        switch (request.Operation)
        {
            case "CreateQueue":
                Demand(request, Account.Arn(SigningName, request.Input.Text("QueueName") ?? "*"));
                return _queues.Create(request.Input);
            case "ListQueues":
                Demand(request, Account.Arn(SigningName, "*"));
                return _queues.List(request.Input);
            default:
                return await OnQueueAsync(request, cancellationToken);
        }
    }

    private static string Required(JsonObject input, string name) =>
        input.Text(name) ?? throw SqsErrors.MissingParameter(name);

    private static JsonObject Delete(Queue queue, JsonObject input)
    {
        queue.Delete(Required(input, "ReceiptHandle"));
        return [];
    }

    private static JsonObject ChangeVisibility(Queue queue, JsonObject input)
    {
        var seconds =
            Receiving.Within(input, "VisibilityTimeout", 0, 43_200)
            ?? throw SqsErrors.MissingParameter("VisibilityTimeout");
        queue.ChangeVisibility(Required(input, "ReceiptHandle"), TimeSpan.FromSeconds(seconds));
        return [];
    }

    private Task<JsonObject> OnQueueAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        var input = request.Input;
        Func<Queue, Task<JsonObject>> run = request.Operation switch
        {
            "GetQueueUrl" => Now(_queues.Url),
            "GetQueueAttributes" => Now(queue => Queues.GetAttributes(queue, input)),
            "SetQueueAttributes" => Now(queue => Queues.SetAttributes(queue, input)),
            "DeleteQueue" => Now(_queues.Delete),
            "PurgeQueue" => Now(_queues.Purge),
            "TagQueue" => Now(queue => Queues.Tag(queue, input)),
            "ListQueueTags" => Now(Queues.ListTags),
            "SendMessage" => Now(queue => _sending.One(queue, input, request.Caller)),
            "SendMessageBatch" => Now(queue => _sending.Batch(queue, request)),
            "ReceiveMessage" => queue => Receiving.RunAsync(queue, input, cancellationToken),
            "DeleteMessage" => Now(queue => Delete(queue, input)),
            "DeleteMessageBatch" => Now(queue => Batch.Run(request, entry => Delete(queue, entry))),
            "ChangeMessageVisibility" => Now(queue => ChangeVisibility(queue, input)),
            "ChangeMessageVisibilityBatch" => Now(queue => Batch.Run(request, entry => ChangeVisibility(queue, entry))),
            _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
        };
        var found = _queues.Find(request);
        Demand(request, found.Arn, found.Settings.Policy);
        return run(found);
    }

    private static Func<Queue, Task<JsonObject>> Now(Func<Queue, JsonObject> run) =>
        queue => Task.FromResult(run(queue));

    // IAM has no actions for the batches: SendMessageBatch needs sqs:SendMessage.
    private void Demand(AwsRequest request, string resource, string? policy = null)
    {
        var isBatch = request.Operation.EndsWith(BatchSuffix, StringComparison.Ordinal);
        var action = isBatch ? request.Operation[..^BatchSuffix.Length] : request.Operation;
        context.Authorizer.Demand(request.Caller, $"{SigningName}:{action}", resource, policy);
    }
}
