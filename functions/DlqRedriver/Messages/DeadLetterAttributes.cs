namespace Firetiger.DlqRedriver.Messages;

/// <summary>
/// What EventBridge writes about a failure. AWS documents the names but neither the types nor which are always there, so
/// each may be null. Source: "Using dead-letter queues to process undelivered events" in the EventBridge user guide.
/// </summary>
internal sealed record DeadLetterAttributes
{
    /// <summary>Gets the rule that failed (<c>RULE_ARN</c>).</summary>
    public string? RuleArn { get; init; }

    /// <summary>Gets the target that failed (<c>TARGET_ARN</c>).</summary>
    public string? TargetArn { get; init; }

    /// <summary>Gets why (<c>ERROR_CODE</c>).</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the target's words, which may quote the event: never logged (<c>ERROR_MESSAGE</c>).</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets which limit ended the retries (<c>EXHAUSTED_RETRY_CONDITION</c>).</summary>
    public string? ExhaustedRetryCondition { get; init; }

    /// <summary>Gets how many retries there were (<c>RETRY_ATTEMPTS</c>).</summary>
    public string? RetryAttempts { get; init; }

    /// <summary>Gets a value indicating whether the target was an API destination; an absent ARN is taken for one.</summary>
    public bool IsForApiDestination =>
        TargetArn is null || TargetArn.Contains(":api-destination/", StringComparison.Ordinal);

    /// <summary>Lists those that are there, the most useful first.</summary>
    /// <returns>Attribute names and values.</returns>
    public IEnumerable<KeyValuePair<string, string>> Present()
    {
        KeyValuePair<string, string?>[] all =
        [
            new("ERROR_CODE", ErrorCode),
            new("RULE_ARN", RuleArn),
            new("TARGET_ARN", TargetArn),
            new("RETRY_ATTEMPTS", RetryAttempts),
            new("EXHAUSTED_RETRY_CONDITION", ExhaustedRetryCondition),
            new("ERROR_MESSAGE", ErrorMessage),
        ];
        return all.Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));
    }
}
