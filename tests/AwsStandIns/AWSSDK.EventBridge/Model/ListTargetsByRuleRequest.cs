using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Request of ListTargetsByRule.</summary>
public class ListTargetsByRuleRequest : AmazonWebServiceRequest
{
    public string Rule { get; set; }

    public string EventBusName { get; set; }

    public string NextToken { get; set; }

    public int? Limit { get; set; }
}
