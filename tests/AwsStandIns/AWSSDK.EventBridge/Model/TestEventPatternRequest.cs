using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Request of TestEventPattern.</summary>
public class TestEventPatternRequest : AmazonWebServiceRequest
{
    public string EventPattern { get; set; }

    public string Event { get; set; }
}
