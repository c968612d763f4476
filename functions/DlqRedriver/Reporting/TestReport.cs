using System.Globalization;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What became of a delivery test, and what to do.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Advice">What to do.</param>
internal sealed record TestReport(Guid Id, TestOutcome Outcome, string Advice)
{
    private const string Unreached =
        "The endpoint could not be reached, or not in time. Check FiretigerEndpoint: its host must answer within 5 seconds.";

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

    /// <summary>It is not known to have arrived, and did not come back.</summary>
    /// <param name="id">The event.</param>
    /// <param name="evidence">What is known of it.</param>
    /// <param name="knownAt">When it will be known.</param>
    /// <returns>The report.</returns>
    public static TestReport Open(Guid id, TestEvidence evidence, DateTimeOffset knownAt)
    {
        var others = evidence.MostOthers is { } most
            ? $" Most messages that wait say: {Cause(most)}. {AdviceOn(most)}"
            : "";
        return new(
            id,
            evidence.IsAlone && Fails(evidence) ? TestOutcome.Failing : TestOutcome.Pending,
            Known() + others
        );

        string Known() =>
            evidence switch
            {
                { IsOver: true } when Fails(evidence) =>
                    "It is in neither queue, and attempts have failed since it was sent. Unless an earlier answer told of its "
                        + $"failure, it arrived: look for its id in Firetiger, source {TestEvent.Source}.",
                { IsOver: true } =>
                    "It is in neither queue, and CloudWatch shows no attempt: send another. If that goes the same way, the "
                        + "action status tells what is wrong with the route.",
                { IsAlone: true } when Fails(evidence) => $"Attempts fail and EventBridge goes on trying. {Again(id)}",
                { IsAlone: true } => $"CloudWatch shows attempts some minutes late. {Again(id)}",
                _ =>
                    "Other copies were sent lately, and CloudWatch does not tell them apart. If it fails, it comes back by "
                        + $"{knownAt:HH:mm:ss} UTC. Look for its id in Firetiger, source {TestEvent.Source}, or ask again after "
                        + $"that: {Question(id)}",
            };
    }

    private static bool Fails(TestEvidence evidence) => evidence.Deliveries.Attempts > evidence.Deliveries.Successes;

    private static string Again(Guid id) => $"Ask again in a few minutes: {Question(id)}";

    private static string Question(Guid id) => $$"""{"action":"testDelivery","id":"{{id}}"}""";

    private static string Cause(DeadLetterAttributes attributes) =>
        attributes.HttpStatus is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}")
            : attributes.ErrorCode ?? "no cause";

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
            null when attributes.TimedOut => Unreached,
            null => AdviceOn(attributes.ErrorCode),
        };

    private static string AdviceOn(string? errorCode) =>
        ErrorClasses.Of(errorCode) switch
        {
            ErrorClass.Configuration =>
                "EventBridge may not use the API destination or its connection: the action status tells what is wrong.",
            ErrorClass.Transient => Unreached,
            _ => "EventBridge tells no HTTP status. Check FiretigerEndpoint and the credentials that were deployed.",
        };
}
