using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Request of DescribeEventBus.</summary>
public class DescribeEventBusRequest : AmazonWebServiceRequest
{
    public string Name { get; set; }
}
