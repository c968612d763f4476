using System.Diagnostics;
using System.Globalization;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Firetiger.FaultMatrix;

/// <summary>The redriver beside a loop that receives, puts and deletes one after the other, with the same latency of every call.</summary>
internal static class Throughput
{
    private const int EventBytes = 1_500;
    private const double LeastRatio = 3;

    // Receive, put and delete for ten; and of each run looks, metrics, route, and receives that find fewer than ten.
    private const double CallsPerMessage = 0.3;
    private const int CallsPerRun = 40;

    /// <summary>Runs it.</summary>
    /// <param name="messages">How many for the redriver; the loops get a tenth and a half of it.</param>
    /// <param name="latency">What each call takes longer, milliseconds.</param>
    /// <param name="output">Where the result goes.</param>
    /// <returns>0 when the redriver is three times as fast as the loop of one, with no more calls than it promises.</returns>
    public static async Task<int> RunAsync(int messages, int latency, TextWriter output)
    {
        await using var stage = await Stage.SetAsync(
            seed: 1,
            ratePerSecond: 100_000,
            isScheduled: false,
            CancellationToken.None
        );
        stage.Faults.Latency = TimeSpan.FromMilliseconds(latency);
        var single = await LoopAsync(stage, messages / 10, pageSize: 1);
        var paged = await LoopAsync(stage, messages / 2, pageSize: 10);
        var (ours, callsAreFew) = await RedriverAsync(stage, messages, output);
        foreach (
            var (name, rate) in ((string Name, double Rate)[])[("one at a time", single), ("ten at a time", paged)]
        )
        {
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"loop, {name}: {rate:0} messages/s; the redriver {ours / rate:0.0} times"
                )
            );
        }

        return ours >= LeastRatio * single && callsAreFew ? 0 : 1;
    }

    private static async Task<(double Rate, bool CallsAreFew)> RedriverAsync(
        Stage stage,
        int messages,
        TextWriter output
    )
    {
        // The first run starts the process.
        await DrainAsync(stage, messages / 10);
        stage.Faults.Calls.Clear();
        var rate = await DrainAsync(stage, messages);
        var most = (CallsPerMessage * messages) + (CallsPerRun * stage.Faults.Calls["GetMetricData"]);
        var calls = stage.Faults.Calls.OrderByDescending(pair => pair.Value).ToList();
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"redriver: {messages} messages, {rate:0} messages/s, {calls.Sum(pair => pair.Value) / (double)messages:0.00} calls per message ({string.Join(", ", calls.Select(pair => $"{pair.Key} {pair.Value}"))})"
            )
        );
        return (rate, calls.Sum(pair => pair.Value) <= most);
    }

    private static async Task<double> DrainAsync(Stage stage, int messages)
    {
        await FillAsync(stage, messages);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var watch = Stopwatch.StartNew();
        while (await stage.DeadLettersAsync(CancellationToken.None) > 0)
        {
            await stage.RunAsync(CancellationToken.None);
        }

        return messages / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> LoopAsync(Stage stage, int messages, int pageSize)
    {
        await FillAsync(stage, messages);
        var url = stage.Endpoint.ToString();
        using var sqs = new AmazonSQSClient(
            "AKID",
            "secret",
            new AmazonSQSConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }
        );
        using var events = new AmazonEventBridgeClient(
            "AKID",
            "secret",
            new AmazonEventBridgeConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }
        );
        var watch = Stopwatch.StartNew();
        var done = 0;
        while (done < messages)
        {
            var page = await PageAsync(stage, sqs, events, pageSize);
            done += page;
        }

        return messages / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> PageAsync(
        Stage stage,
        AmazonSQSClient sqs,
        AmazonEventBridgeClient events,
        int pageSize
    )
    {
        var page = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest { QueueUrl = stage.DeadLetterQueueUrl, MaxNumberOfMessages = pageSize }
        );
        var entries = page.Messages.Select(message => new PutEventsRequestEntry
        {
            EventBusName = stage.BusName,
            Source = "firetiger.redrive",
            DetailType = "Dead-Lettered Event",
            Detail = $$"""{"event":{{message.Body}}}""",
        });
        await events.PutEventsAsync(new PutEventsRequest { Entries = [.. entries] });
        await sqs.DeleteMessageBatchAsync(
            stage.DeadLetterQueueUrl,
            [
                .. page.Messages.Select(
                    (message, index) => new DeleteMessageBatchRequestEntry($"{index}", message.ReceiptHandle)
                ),
            ]
        );
        return page.Messages.Count;
    }

    private static async Task FillAsync(Stage stage, int messages)
    {
        for (var index = 0; index < messages; index++)
        {
            await stage.DeadLetterAsync(
                Stage.Event(Guid.CreateVersion7().ToString(), EventBytes),
                CancellationToken.None
            );
        }
    }
}
