using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Request of DescribeApiDestination.</summary>
public class DescribeApiDestinationRequest : AmazonWebServiceRequest
{
    public string Name { get; set; }
}
