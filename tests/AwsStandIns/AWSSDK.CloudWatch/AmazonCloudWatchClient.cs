using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsJson;

namespace Amazon.CloudWatch;

/// <summary>Client of CloudWatch on the SDK's own pipeline: its credentials, signing, retries and endpoints.</summary>
public partial class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
{
    public AmazonCloudWatchClient()
        : this(new AmazonCloudWatchConfig()) { }

    public AmazonCloudWatchClient(RegionEndpoint region)
        : this(new AmazonCloudWatchConfig { RegionEndpoint = region }) { }

    public AmazonCloudWatchClient(AmazonCloudWatchConfig config)
        : base(config) { }

    public AmazonCloudWatchClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudWatchConfig()) { }

    public AmazonCloudWatchClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudWatchConfig { RegionEndpoint = region }) { }

    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), new AmazonCloudWatchConfig()) { }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(
            new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey),
            new AmazonCloudWatchConfig { RegionEndpoint = region }
        ) { }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCloudWatchConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig) { }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(
            new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken),
            new AmazonCloudWatchConfig()
        ) { }

    public AmazonCloudWatchClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region
    )
        : this(
            new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken),
            new AmazonCloudWatchConfig { RegionEndpoint = region }
        ) { }

    public AmazonCloudWatchClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonCloudWatchConfig clientConfig
    )
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new AwsServiceMetadata("CloudWatch");

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonCloudWatchClient(awsCredentials, (AmazonCloudWatchConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => AwsPipeline.Customize(pipeline);
}
