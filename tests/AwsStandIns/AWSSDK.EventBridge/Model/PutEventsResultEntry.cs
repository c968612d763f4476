namespace Amazon.EventBridge.Model;

/// <summary>Fate of the entry at the same index: an event id, or an error.</summary>
public class PutEventsResultEntry
{
    public string EventId { get; set; }

    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }
}
