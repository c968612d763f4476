using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsJson;

namespace Amazon.EventBridge;

/// <summary>Client of EventBridge on the SDK's own pipeline: its credentials, signing, retries and endpoints.</summary>
public partial class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
{
    public AmazonEventBridgeClient()
        : this(new AmazonEventBridgeConfig()) { }

    public AmazonEventBridgeClient(RegionEndpoint region)
        : this(new AmazonEventBridgeConfig { RegionEndpoint = region }) { }

    public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
        : base(config) { }

    public AmazonEventBridgeClient(AWSCredentials credentials)
        : this(credentials, new AmazonEventBridgeConfig()) { }

    public AmazonEventBridgeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonEventBridgeConfig { RegionEndpoint = region }) { }

    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), new AmazonEventBridgeConfig()) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(
            new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey),
            new AmazonEventBridgeConfig { RegionEndpoint = region }
        ) { }

    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonEventBridgeConfig clientConfig
    )
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(
            new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken),
            new AmazonEventBridgeConfig()
        ) { }

    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region
    )
        : this(
            new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken),
            new AmazonEventBridgeConfig { RegionEndpoint = region }
        ) { }

    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonEventBridgeConfig clientConfig
    )
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new AwsServiceMetadata("EventBridge");

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonEventBridgeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonEventBridgeClient(awsCredentials, (AmazonEventBridgeConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => AwsPipeline.Customize(pipeline);
}
