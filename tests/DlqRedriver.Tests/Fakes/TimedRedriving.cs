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

    private readonly MemoryStream _log = new();
    private readonly AwsClients _clients;

    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "AwsClients owns them."
    )]
    private TimedRedriving(FakeAws aws)
    {
        Aws = aws;
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

    public Task<RunReport> RunAsync(RedriveRequest? request = null) => RunAsync(Time, request);

    public Task<RunReport> RunAsync(TimeProvider time, RedriveRequest? request = null)
    {
        var redriver = new Redriver(RedriveSettings.Read(Settings().GetValueOrDefault), _clients, time);
        return redriver.RunAsync(request ?? new RedriveRequest(), new Log(_log, time, "request-1"), Given);
    }

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
            ["API_DESTINATION_NAME"] = "firetiger",
            ["CONNECTION_NAME"] = "firetiger",
            ["STACK_NAME"] = "stack",
        };
}
