namespace Amazon.CloudWatch.Model;

/// <summary>A note of the service about a result.</summary>
public class MessageData
{
    public string Code { get; set; }

    public string Value { get; set; }
}
