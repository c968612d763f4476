using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.EventBridge;

/// <summary>A started sandbox and short ways to call it.</summary>
internal sealed class RunningSandbox(SandboxHost host) : IAsyncDisposable
{
    /// <summary>So fast that a second of AWS's takes a millisecond.</summary>
    private const double Fast = 1000;

    public SandboxHost Host => host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningSandbox> StartAsync(
        TimeProvider? time = null,
        DeadLetterBody deadLetterBody = DeadLetterBody.Matched
    )
    {
        var options = new SandboxOptions
        {
            FunctionsFolder = AppContext.BaseDirectory,
            TimeScale = time is null ? Fast : 1,
            DeadLetterBody = deadLetterBody,
        };
        return new RunningSandbox(await SandboxHost.StartAsync(options, time ?? TimeProvider.System, Cancellation));
    }

    public Task<JsonObject> CallAsync(string service, string operation, string input, Principal? caller = null) =>
        host.Context.Aws.CallAsync(
            caller ?? new Principal.Administrator(),
            service,
            operation,
            JsonNode.Parse(input)!.AsObject(),
            Cancellation
        );

    public Task<JsonObject> EventsAsync(string operation, string input, Principal? caller = null) =>
        CallAsync("events", operation, input, caller);

    /// <summary>Calls and expects an error.</summary>
    /// <param name="operation">The operation of EventBridge.</param>
    /// <param name="input">Its input.</param>
    /// <param name="caller">Who calls, the administrator unless said.</param>
    /// <returns>The error's code and message.</returns>
    public async Task<string> RefusalAsync(string operation, string input, Principal? caller = null)
    {
        var error = await Should.ThrowAsync<AwsException>(() => EventsAsync(operation, input, caller));
        return $"{error.Code}: {error.Message}";
    }

    /// <summary>Puts one event.</summary>
    /// <param name="detail">Its detail.</param>
    /// <param name="bus">Its bus.</param>
    /// <returns>Its id.</returns>
    public async Task<string> PutEventAsync(string detail = "{}", string bus = "default")
    {
        var entry = new JsonObject
        {
            ["Source"] = "shop",
            ["DetailType"] = "Order",
            ["Detail"] = detail,
            ["EventBusName"] = bus,
        };
        var output = await EventsAsync(
            "PutEvents",
            new JsonObject { ["Entries"] = new JsonArray(entry) }.ToJsonString()
        );
        return output["Entries"]![0]!["EventId"]!.GetValue<string>();
    }

    /// <summary>Waits until a delivery has come to its end.</summary>
    /// <param name="step">The end.</param>
    /// <param name="count">How many such ends to wait for.</param>
    /// <returns>The records of the ends.</returns>
    /// <exception cref="InvalidOperationException">A delivery came to another end.</exception>
    public async Task<IReadOnlyList<DeliveryRecord>> WaitForAsync(DeliveryStep step, int count = 1)
    {
        var records = await host.Journal.WaitForAsync(
            records => records.Count(record => record.Step == step) >= count || records.Any(IsUnexpectedEnd),
            Cancellation
        );
        return records.Any(IsUnexpectedEnd)
            ? throw new InvalidOperationException($"No {step}: {string.Join('\n', records)}")
            : [.. records.Where(record => record.Step == step)];

        bool IsUnexpectedEnd(DeliveryRecord record) =>
            record.Step is DeliveryStep.Delivered or DeliveryStep.DeadLettered or DeliveryStep.Lost
            && record.Step != step
            && step != DeliveryStep.Retrying;
    }

    /// <summary>Takes the messages of a queue, with their attributes.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <returns>The messages.</returns>
    public async Task<IReadOnlyList<JsonNode>> ReceiveAsync(string queue)
    {
        var output = await CallAsync(
            "sqs",
            "ReceiveMessage",
            $$"""
            {"QueueUrl":"{{host.Endpoint}}123456789012/{{queue}}","MaxNumberOfMessages":10,"MessageAttributeNames":["All"]}
            """
        );
        return [.. (output["Messages"] as JsonArray ?? []).Select(message => message!)];
    }

    /// <summary>Sums a metric of a rule.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="dimensions">The dimensions as JSON.</param>
    /// <returns>The sum.</returns>
    public async Task<double> SumAsync(string name, string dimensions)
    {
        var now = host.Context.Clock.Now;
        var output = await CallAsync(
            "monitoring",
            "GetMetricData",
            $$"""
            {
              "StartTime":"{{now.AddHours(-1):O}}","EndTime":"{{now.AddHours(1):O}}",
              "MetricDataQueries":[{"Id":"m","MetricStat":{"Stat":"Sum","Period":86400,
                "Metric":{"Namespace":"AWS/Events","MetricName":"{{name}}","Dimensions":{{dimensions}}} } }]
            }
            """
        );
        return output["MetricDataResults"]![0]!["Values"]!.AsArray().Sum(value => value!.GetValue<double>());
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
