using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Settings;

namespace Firetiger.DlqRedriver;

/// <summary>The Lambda function: an invocation payload in, a report out.</summary>
/// <param name="environment">A variable's value by its name, or null.</param>
/// <param name="output">Where log lines go.</param>
/// <param name="time">The clock.</param>
internal sealed class Function(Func<string, string?> environment, Stream output, TimeProvider time) : IDisposable
{
    private AwsClients? _aws;
    private Redriver? _redriver;

    /// <summary>Starts an execution environment.</summary>
    /// <returns>True.</returns>
    /// <exception cref="InvalidSettingsException">The deployment is wrong: Lambda reports it as an init error.</exception>
    public async Task<bool> InitializeAsync()
    {
        var settings = RedriveSettings.Read(environment);
        var usesTls = settings.DeadLetterQueueUrl.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal);
        var trust = usesTls ? TrustStore.ReadAsync() : Task.CompletedTask;
        _aws = AwsClients.FromEnvironment();
        _redriver = new Redriver(settings, _aws, time);
        await trust;
        return true;
    }

    /// <summary>Handles one invocation.</summary>
    /// <param name="payload">See <see cref="RequestReader"/>.</param>
    /// <param name="context">The invocation.</param>
    /// <returns>A <see cref="RunReport"/>, or for a batch of the queue an <see cref="SQSBatchResponse"/>.</returns>
    /// <exception cref="InvalidRequestException">The payload asks for nothing that exists.</exception>
    /// <exception cref="InvalidOperationException">The function was never started.</exception>
    [SuppressMessage(
        "Critical Code Smell",
        "S1215",
        Justification = "A run leaves nothing but garbage, and it is measured: tests/Benchmarks/ColdStart."
    )]
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        var redriver = _redriver ?? throw new InvalidOperationException("InitializeAsync comes first.");
        var request = RequestReader.Read(payload);
        var log = new Log(output, time, context.AwsRequestId);
        var report = await redriver.RunAsync(request, log, context.RemainingTime);
        // The collector lets as much garbage of small objects wait as the processor's cache holds, hundreds of megabytes on some.
        GC.Collect(generation: 1);
        return new MemoryStream(
            request is QueueBatchRequest
                ? JsonSerializer.SerializeToUtf8Bytes(Answer(report), QueueJson.Default.SQSBatchResponse)
                : JsonSerializer.SerializeToUtf8Bytes(report, ReportJson.Default.RunReport)
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _aws?.Dispose();

    private static SQSBatchResponse Answer(RunReport report) =>
        new([.. report.Kept.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
}
