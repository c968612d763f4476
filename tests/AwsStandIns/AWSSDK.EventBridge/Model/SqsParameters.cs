namespace Amazon.EventBridge.Model;

/// <summary>What a FIFO queue needs as a target.</summary>
public class SqsParameters
{
    public string MessageGroupId { get; set; }
}
