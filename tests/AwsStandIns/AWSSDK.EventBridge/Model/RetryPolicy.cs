namespace Amazon.EventBridge.Model;

/// <summary>How long delivery is tried.</summary>
public class RetryPolicy
{
    public int? MaximumRetryAttempts { get; set; }

    public int? MaximumEventAgeInSeconds { get; set; }
}
