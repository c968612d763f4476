using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Whether the event matches the pattern.</summary>
public class TestEventPatternResponse : AmazonWebServiceResponse
{
    public bool? Result { get; set; }
}
