using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Answer of PutEvents; a 200 may still carry failed entries.</summary>
public class PutEventsResponse : AmazonWebServiceResponse
{
    public int? FailedEntryCount { get; set; }

    public List<PutEventsResultEntry> Entries { get; set; }
}
