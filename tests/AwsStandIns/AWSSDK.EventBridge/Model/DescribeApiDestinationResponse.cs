using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>An API destination.</summary>
public class DescribeApiDestinationResponse : AmazonWebServiceResponse
{
    public string ApiDestinationArn { get; set; }

    public string Name { get; set; }

    public string Description { get; set; }

    public ApiDestinationState ApiDestinationState { get; set; }

    public string ConnectionArn { get; set; }

    public string InvocationEndpoint { get; set; }

    public ApiDestinationHttpMethod HttpMethod { get; set; }

    public int? InvocationRateLimitPerSecond { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }
}
