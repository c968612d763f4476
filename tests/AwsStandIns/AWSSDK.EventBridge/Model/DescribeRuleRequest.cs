using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Request of DescribeRule.</summary>
public class DescribeRuleRequest : AmazonWebServiceRequest
{
    public string Name { get; set; }

    public string EventBusName { get; set; }
}
