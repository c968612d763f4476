using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Firetiger.Sandbox.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.Sandbox.Tests.Sqs;

/// <summary>A sandbox with one queue, AWS's own SQS client and a clock that stands still.</summary>
internal sealed class OneQueue : IAsyncDisposable
{
    private OneQueue(RunningSandbox sandbox, FakeTimeProvider time, string url)
    {
        Sandbox = sandbox;
        Time = time;
        Url = url;
        Client = sandbox.Sqs();
    }

    public RunningSandbox Sandbox { get; }

    public FakeTimeProvider Time { get; }

    public AmazonSQSClient Client { get; }

    public string Url { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OneQueue> StartAsync(string attributes = "{}")
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        var sandbox = await RunningSandbox.StartAsync(time);
        var created = await sandbox.CallAsync(
            "sqs",
            "CreateQueue",
            $$"""{"QueueName":"a-queue","Attributes":{{attributes}}}"""
        );
        return new OneQueue(sandbox, time, created["QueueUrl"]!.GetValue<string>());
    }

    public Task<SendMessageResponse> SendAsync(string body = "a body") => Client.SendMessageAsync(Url, body, Token);

    public async Task<List<Message>> ReceiveAsync(int maximum = 10, int? visibility = null)
    {
        var response = await Client.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = Url,
                MaxNumberOfMessages = maximum,
                VisibilityTimeout = visibility,
                MessageSystemAttributeNames = ["All"],
                MessageAttributeNames = ["All"],
            },
            Token
        );
        return response.Messages ?? [];
    }

    public async Task<Message> ReceiveOneAsync(int? visibility = null) =>
        (await ReceiveAsync(visibility: visibility)).ShouldHaveSingleItem();

    public async Task<(int Visible, int InFlight, int Delayed)> CountsAsync()
    {
        var response = await Client.GetQueueAttributesAsync(Url, ["All"], Token);
        return (
            response.ApproximateNumberOfMessages,
            response.ApproximateNumberOfMessagesNotVisible,
            response.ApproximateNumberOfMessagesDelayed
        );
    }

    public AmazonSQSClient ClientOf(AWSCredentials credentials) => Sandbox.Sqs(credentials);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
