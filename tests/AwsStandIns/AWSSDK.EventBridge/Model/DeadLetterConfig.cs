namespace Amazon.EventBridge.Model;

/// <summary>The queue that receives what could not be delivered.</summary>
public class DeadLetterConfig
{
    public string Arn { get; set; }
}
