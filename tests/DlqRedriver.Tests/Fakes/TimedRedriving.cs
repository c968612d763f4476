using System.Diagnostics.CodeAnalysis;
using System.Text;
using Amazon.CloudWatch;
using Amazon.EventBridge;
using Amazon.SQS;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Settings;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>A redriver in this process, so that a test moves its clock; AWS is still asked over the wire.</summary>
internal sealed class TimedRedriving : IAsyncDisposable
{
    public static readonly TimeSpan Given = TimeSpan.FromSeconds(120);

    private readonly Lock _advancing = new();
    private readonly MemoryStream _log = new();
    private readonly AwsClients _clients;
    private readonly DateTimeOffset _started;

    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "AwsClients owns them."
    )]
    private TimedRedriving(FakeAws aws)
    {
        Aws = aws;
        Aws.Sqs.Time = Time;
        _started = Time.GetUtcNow();
        var url = $"http://{aws.Authority}";
        Metrics = new RecordingCloudWatch(
            new AmazonCloudWatchConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }
        );
        _clients = new AwsClients(
            new AmazonSQSClient(
                "AKID",
                "secret",
                new AmazonSQSConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }
            ),
            new AmazonEventBridgeClient(
                "AKID",
                "secret",
                new AmazonEventBridgeConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }
            ),
            Metrics
        );
    }

    public FakeAws Aws { get; }

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public RecordingCloudWatch Metrics { get; }

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public static async Task<TimedRedriving> StartAsync() => new(await FakeAws.StartAsync());

    /// <summary>Moves the clock to a time of the run; not back.</summary>
    /// <param name="elapsed">The time since the start.</param>
    public void AdvanceTo(TimeSpan elapsed)
    {
        lock (_advancing)
        {
            var ahead = _started + elapsed - Time.GetUtcNow();
            Time.Advance(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
        }
    }

    public Task<RunReport> RunAsync(Request? request = null) => RunAsync(Time, request);

    public Task<RunReport> RunAsync(TimeProvider time, Request? request = null) =>
        RunAsync(Redriver(time), request ?? new RedriveRequest());

    public Task<RunReport> RunAsync(Redriver redriver, Request request) =>
        redriver.RunAsync(request, new Log(_log, redriver.Time, "request-1"), Given);

    /// <summary>Makes what lives as long as an execution environment.</summary>
    /// <returns>A redriver on the clock of the test.</returns>
    public Redriver Redriver() => Redriver(Time);

    /// <summary>Runs while the clock goes on by itself.</summary>
    /// <param name="request">What is asked for.</param>
    /// <returns>What was done.</returns>
    public Task<RunReport> RunToTheEndAsync(Request request) => RunToTheEndAsync(Redriver(), request);

    public async Task<RunReport> RunToTheEndAsync(Redriver redriver, Request request)
    {
        var running = RunAsync(redriver, request);
        while (!running.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        return await running;
    }

    private Redriver Redriver(TimeProvider time) =>
        new(RedriveSettings.Read(Settings().GetValueOrDefault), _clients, time);

    public IEnumerable<string> InQueue(string queue) => Aws.Sqs.InQueue(queue).Select(message => message.Id);

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _log.DisposeAsync();
        await Aws.DisposeAsync();
    }

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["DEAD_LETTER_QUEUE_URL"] = $"http://{Aws.Authority}/123456789012/{FakeSqs.DeadLetters}",
            ["QUARANTINE_QUEUE_URL"] = $"http://{Aws.Authority}/123456789012/{FakeSqs.Quarantine}",
            ["REDRIVE_BUS_NAME"] = "redrive-bus",
            ["REDRIVE_RULE_NAME"] = "redrive-rule",
            ["LIVE_RULE_NAME"] = "live-rule",
            ["API_DESTINATION_NAME"] = "firetiger",
            ["CONNECTION_NAME"] = "firetiger",
            ["STACK_NAME"] = "stack",
        };
}
