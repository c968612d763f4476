using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What became of a delivery test, and what to do.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Advice">What to do.</param>
internal sealed record TestReport(Guid Id, TestOutcome Outcome, string Advice)
{
    /// <summary>Gets why EventBridge gave up, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the HTTP status that the destination answered, or null when it is not known.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>It arrived.</summary>
    /// <param name="id">The event.</param>
    /// <returns>The report.</returns>
    public static TestReport Arrived(Guid id) =>
        new(
            id,
            TestOutcome.Arrived,
            $"The endpoint took the event. In Firetiger it has the source {TestEvent.Source}."
        );

    /// <summary>It came back.</summary>
    /// <param name="id">The event.</param>
    /// <param name="attributes">What EventBridge says of the failure.</param>
    /// <returns>The report.</returns>
    public static TestReport Failed(Guid id, DeadLetterAttributes attributes) =>
        new(id, TestOutcome.Failed, AdviceOn(attributes))
        {
            ErrorCode = attributes.ErrorCode,
            HttpStatus = attributes.HttpStatus,
        };

    /// <summary>It neither arrived nor came back.</summary>
    /// <param name="id">The event.</param>
    /// <param name="deliveries">What CloudWatch shows since it was sent.</param>
    /// <returns>The report.</returns>
    public static TestReport Open(Guid id, RuleInvocations deliveries)
    {
        var again = $$"""Ask again in a few minutes: {"action":"testDelivery","id":"{{id}}"}""";
        return deliveries.Attempts > deliveries.Successes
            ? new(id, TestOutcome.Failing, $"Attempts fail and EventBridge goes on trying. {again}")
            : new(id, TestOutcome.Pending, $"CloudWatch shows attempts some minutes late. {again}");
    }

    private static string AdviceOn(DeadLetterAttributes attributes) =>
        attributes.HttpStatus switch
        {
            401 or 403 or 407 =>
                "The endpoint refused the credentials. Deploy again with the right FiretigerUsername and "
                    + "FiretigerPassword.",
            404 or 405 or 410 =>
                "The endpoint has nothing at /aws/events. Deploy again with the right FiretigerEndpoint.",
            429 => "The endpoint takes no more requests. Deploy again with a lower InvocationRatePerSecond.",
            >= 500 => "The endpoint failed. Nothing is lost meanwhile: test again when Firetiger is well.",
            { } status =>
                $"The endpoint refused the event with {status}. Check FiretigerEndpoint, then what Firetiger logs.",
            null => AdviceOn(attributes.ErrorCode),
        };

    private static string AdviceOn(string? errorCode) =>
        ErrorClasses.Of(errorCode) switch
        {
            ErrorClass.Configuration =>
                "EventBridge may not use the API destination or its connection. Deploy the stack again.",
            ErrorClass.Transient =>
                "The endpoint could not be reached, or not in time. Check FiretigerEndpoint: its host must "
                    + "answer within 5 seconds.",
            _ => "EventBridge tells no HTTP status. Check FiretigerEndpoint and the credentials that were deployed.",
        };
}
