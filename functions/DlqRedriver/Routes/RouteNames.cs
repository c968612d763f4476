namespace Firetiger.DlqRedriver.Routes;

/// <summary>The resources on the way of a copy.</summary>
/// <param name="BusName">The redrive bus.</param>
/// <param name="RuleName">The redrive rule.</param>
/// <param name="ApiDestinationName">The rule's target.</param>
/// <param name="ConnectionName">The target's connection.</param>
/// <param name="DeadLetterQueueName">Where a failed copy must come back to.</param>
internal sealed record RouteNames(
    string BusName,
    string RuleName,
    string ApiDestinationName,
    string ConnectionName,
    string DeadLetterQueueName
);
