using Amazon.CloudWatch;
using Amazon.EventBridge;
using Amazon.SQS;

namespace Firetiger.DlqRedriver.Aws;

/// <summary>The clients of the services a run talks to, made once per execution environment.</summary>
internal sealed class AwsClients : IDisposable
{
    // Below the margins of RunDeadline: the SDK's default of 100 s would outlive a run.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Gets SQS.</summary>
    public IAmazonSQS Sqs { get; } = new AmazonSQSClient(new AmazonSQSConfig { Timeout = Timeout, MaxErrorRetry = 2 });

    /// <summary>Gets EventBridge.</summary>
    public IAmazonEventBridge EventBridge { get; } =
        new AmazonEventBridgeClient(new AmazonEventBridgeConfig { Timeout = Timeout, MaxErrorRetry = 2 });

    /// <summary>Gets CloudWatch.</summary>
    public IAmazonCloudWatch CloudWatch { get; } =
        new AmazonCloudWatchClient(new AmazonCloudWatchConfig { Timeout = Timeout, MaxErrorRetry = 1 });

    /// <inheritdoc/>
    public void Dispose()
    {
        Sqs.Dispose();
        EventBridge.Dispose();
        CloudWatch.Dispose();
    }
}
