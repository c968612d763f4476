using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Request of DescribeConnection.</summary>
public class DescribeConnectionRequest : AmazonWebServiceRequest
{
    public string Name { get; set; }
}
