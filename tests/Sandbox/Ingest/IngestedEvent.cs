namespace Firetiger.Sandbox.Ingest;

/// <summary>One accepted delivery.</summary>
/// <param name="Id">The event's <c>id</c>; empty when it has none.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="Body">What was delivered.</param>
internal sealed record IngestedEvent(string Id, DateTimeOffset At, string Body);
