using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>One page of a rule's targets.</summary>
public class ListTargetsByRuleResponse : AmazonWebServiceResponse
{
    public List<Target> Targets { get; set; }

    public string NextToken { get; set; }
}
