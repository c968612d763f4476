using System.Globalization;
using System.Text.RegularExpressions;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>
/// What EventBridge writes about a failure. AWS documents the names but neither the types nor which are always there, so
/// each may be null. Source: "Using dead-letter queues to process undelivered events" in the EventBridge user guide.
/// </summary>
internal sealed partial record DeadLetterAttributes
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

    /// <summary>
    /// Gets the HTTP status in AWS's words about the failure, or null when they tell none: the first number from 100 to 599. AWS does
    /// not document the words.
    /// </summary>
    public int? HttpStatus =>
        ErrorMessage is { } words && StatusPattern().Match(words) is { Success: true } match
            ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Gets a value indicating whether the target did not answer in time, by AWS's words, which it does not document.</summary>
    public bool TimedOut =>
        ErrorCode is "TIMEOUT"
        || (
            HttpStatus is null
            && ErrorMessage is { } words
            && (
                words.Contains("timeout", StringComparison.OrdinalIgnoreCase)
                || words.Contains("timed out", StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>Gets a value indicating whether the target was an API destination; an absent ARN is taken for one.</summary>
    public bool IsForApiDestination =>
        TargetArn is null || TargetArn.Contains(":api-destination/", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[1-5][0-9]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex StatusPattern();
}
