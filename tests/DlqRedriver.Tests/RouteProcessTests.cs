using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>The function's own process: nothing moves unless a copy would arrive.</summary>
public sealed class RouteProcessTests
{
    [Fact]
    public Task A_missing_bus_moves_nothing() =>
        NothingMovesAsync(eventBridge => eventBridge.HasBus = false, "Event bus redrive-bus does not exist.");

    [Fact]
    public Task A_disabled_rule_moves_nothing() =>
        NothingMovesAsync(
            eventBridge => eventBridge.RuleState = "DISABLED",
            "aws events enable-rule --name redrive-rule --event-bus-name redrive-bus"
        );

    [Fact]
    public Task A_rule_without_the_dead_letter_queue_moves_nothing() =>
        NothingMovesAsync(
            eventBridge => eventBridge.DeadLetterQueue = "orders",
            "does not dead-letter into dead-letters"
        );

    [Fact]
    public Task A_rule_that_would_deliver_the_envelope_moves_nothing() =>
        NothingMovesAsync(eventBridge => eventBridge.InputPath = "$.detail", "It must be $.detail.event");

    [Fact]
    public Task An_inactive_destination_moves_nothing() =>
        NothingMovesAsync(
            eventBridge => eventBridge.DestinationState = "INACTIVE",
            "API destination firetiger is INACTIVE"
        );

    [Fact]
    public Task An_unauthorized_connection_moves_nothing() =>
        NothingMovesAsync(
            eventBridge => eventBridge.ConnectionState = "DEAUTHORIZED",
            "connection firetiger is DEAUTHORIZED"
        );

    private static async Task NothingMovesAsync(Action<FakeEventBridge> damage, string problem)
    {
        await using var redriving = await Redriving.StartAsync();
        damage(redriving.Aws.EventBridge);
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("poison", "not json");

        var report = await redriving.RunAsync();

        ((string)report["routeProblem"]!).ShouldContain(problem);
        ((string)report["stoppedBecause"]!).ShouldBe("RouteProblem");
        redriving.Aws.Sqs.Calls.ShouldBeEmpty();
        redriving.Aws.EventBridge.Puts.ShouldBe(0);
        redriving.Aws.MetricRequests.ShouldBe(1);
    }
}
