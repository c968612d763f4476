using System.Diagnostics.CodeAnalysis;
using Amazon.CloudWatch;
using Amazon.EventBridge;
using Amazon.SQS;

namespace Firetiger.DlqRedriver.Aws;

/// <summary>The clients of the services a run talks to, made once per execution environment. It owns them.</summary>
/// <param name="sqs">SQS.</param>
/// <param name="eventBridge">EventBridge.</param>
/// <param name="cloudWatch">CloudWatch.</param>
internal sealed class AwsClients(IAmazonSQS sqs, IAmazonEventBridge eventBridge, IAmazonCloudWatch cloudWatch)
    : IDisposable
{
    // The SDK's default of 100 s would outlive a run.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Gets SQS.</summary>
    public IAmazonSQS Sqs => sqs;

    /// <summary>Gets EventBridge.</summary>
    public IAmazonEventBridge EventBridge => eventBridge;

    /// <summary>Gets CloudWatch.</summary>
    public IAmazonCloudWatch CloudWatch => cloudWatch;

    /// <summary>Makes those of the function's account and Region.</summary>
    /// <returns>The clients.</returns>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The result owns them."
    )]
    public static AwsClients FromEnvironment() =>
        new(
            new AmazonSQSClient(new AmazonSQSConfig { Timeout = Timeout, MaxErrorRetry = 2 }),
            new AmazonEventBridgeClient(new AmazonEventBridgeConfig { Timeout = Timeout, MaxErrorRetry = 2 }),
            new AmazonCloudWatchClient(new AmazonCloudWatchConfig { Timeout = Timeout, MaxErrorRetry = 1 })
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        sqs.Dispose();
        eventBridge.Dispose();
        cloudWatch.Dispose();
    }
}
