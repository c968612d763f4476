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

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"detail-type":["Dead-Lettered Event"]}""")]
    [InlineData("""{"source":["firetiger.redrive"],"detail-type":["ECS Task State Change"]}""")]
    [InlineData("""{"source":["\ud800"],"detail-type":["Dead-Lettered Event"]}""")]
    [InlineData("")]
    public Task A_rule_that_does_not_take_copies_moves_nothing(string pattern) =>
        NothingMovesAsync(
            eventBridge => eventBridge.EventPattern = pattern,
            "its source must list firetiger.redrive and its detail-type Dead-Lettered Event"
        );

    [Fact]
    public Task A_missing_permission_is_named() =>
        NothingMovesAsync(
            eventBridge => eventBridge.FaultOf = (_, _) => "AccessDeniedException",
            "The function's role needs events:DescribeRule"
        );

    [Fact]
    public async Task A_rule_that_is_turned_off_during_a_run_is_told_with_what_it_may_have_dropped()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.BeforePut = _ =>
        {
            redriving.Aws.EventBridge.RuleState = "DISABLED";
            return Task.CompletedTask;
        };
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        ((int)report["redriven"]!).ShouldBe(1);
        ((string)report["stoppedBecause"]!).ShouldBe("RouteProblem");
        ((string)report["routeProblem"]!).ShouldMatch(
            "is DISABLED.*Copies that were sent after [0-9T:-]+Z may not have arrived.*replay the archive"
        );
    }

    [Fact]
    public async Task A_last_look_that_AWS_cannot_answer_is_noted_and_changes_nothing()
    {
        await using var redriving = await Redriving.StartAsync();
        var eventBridge = redriving.Aws.EventBridge;
        eventBridge.FaultOf = (operation, _) =>
            operation is "DescribeRule" && eventBridge.Puts > 0 ? "InternalException" : null;
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        ((int)report["deleted"]!).ShouldBe(1);
        ((string)report["stoppedBecause"]!).ShouldNotBe("RouteProblem");
        ((string)report["fault"]!).ShouldContain("DescribeRule");
    }

    [Fact]
    public async Task A_check_that_AWS_cannot_answer_is_a_fault_and_no_problem_of_the_route()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.FaultOf = (_, _) => "InternalException";
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        ((string)report["stoppedBecause"]!).ShouldBe("AwsFault");
        report.ContainsKey("routeProblem").ShouldBeFalse();
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-1"]);
    }

    private static async Task NothingMovesAsync(Action<FakeEventBridge> damage, string problem)
    {
        await using var redriving = await Redriving.StartAsync();
        damage(redriving.Aws.EventBridge);
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("poison", "not json");

        var report = await redriving.RunAsync();

        ((string)report["routeProblem"]!).ShouldContain(problem);
        ((string)report["stoppedBecause"]!).ShouldBe("RouteProblem");
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldAllBe(message => message.HiddenFor == null);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-1", "poison"]);
        redriving.Aws.Sqs.Calls.ShouldNotContain("SendMessage");
        redriving.Aws.EventBridge.Puts.ShouldBe(0);
        redriving.Aws.CloudWatch.Calls.ShouldBe(["GetMetricData", "PutMetricData"]);
    }
}
