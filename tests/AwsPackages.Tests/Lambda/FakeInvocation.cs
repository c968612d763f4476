namespace Firetiger.AwsPackages.Tests.Lambda;

/// <summary>One invocation, as Lambda hands it out.</summary>
internal sealed record FakeInvocation(string Payload)
{
    public string RequestId { get; init; } = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    public string TraceId { get; init; } = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0";

    public DateTimeOffset Deadline { get; init; } = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
