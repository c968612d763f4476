using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Request of PutEvents.</summary>
public class PutEventsRequest : AmazonWebServiceRequest
{
    public List<PutEventsRequestEntry> Entries { get; set; }

    public string EndpointId { get; set; }
}
