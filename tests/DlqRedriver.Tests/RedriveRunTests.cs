using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>What ends a run, and what no end of a run may lose.</summary>
public sealed class RedriveRunTests
{
    [Fact]
    public async Task A_result_with_neither_id_nor_code_leaves_the_message()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.AnswersNothing = true;
        redriving.Aws.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        report.Redriven.ShouldBe(0);
        report.Failed.ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-1"]);
    }

    [Fact]
    public async Task An_answer_shorter_than_the_request_leaves_what_it_does_not_speak_of()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.MissingResults = 1;
        redriving.Aws.DeadLetter("e-1");
        redriving.Aws.DeadLetter("e-2");

        var report = await redriving.RunAsync();

        report.Redriven.ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-2"]);
    }

    [Fact]
    public async Task What_the_first_round_accepted_is_deleted_though_the_second_call_fails()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        var eventBridge = redriving.Aws.EventBridge;
        eventBridge.ErrorOf = id => id is "e-2" ? "ThrottlingException" : null;
        eventBridge.FaultOf = (operation, _) =>
            operation is "PutEvents" && eventBridge.Puts > 0 ? "InternalException" : null;
        redriving.Aws.DeadLetter("e-1");
        redriving.Aws.DeadLetter("e-2");

        var report = await redriving.RunAsync(TimeProvider.System);

        report.StoppedBecause.ShouldBe(StopReason.AwsFault);
        report.Redriven.ShouldBe(1);
        report.Deleted.ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-2"]);
    }

    [Fact]
    public async Task Many_failures_stop_the_run()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.ErrorOf = _ => "AccessDeniedException";
        DeadLetter(redriving, 200);

        var report = await redriving.RunAsync();

        report.StoppedBecause.ShouldBe(StopReason.TooManyFailures);
        report.Received.ShouldBeInRange(50, 130);
        redriving.InQueue(FakeSqs.DeadLetters).Count().ShouldBe(200);
    }

    [Fact]
    public async Task An_event_that_EventBridge_refuses_rests_for_its_backoff()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.ErrorOf = _ => "AccessDeniedException";
        redriving.Aws.DeadLetter("e-1");

        await redriving.RunAsync();

        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].HiddenFor!.Value.ShouldBeInRange(225, 300);
    }

    [Fact]
    public async Task An_entry_that_a_request_is_refused_for_goes_to_quarantine_and_the_others_are_sent()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.FaultOf = (operation, request) =>
            operation is "PutEvents" && FakeEventBridge.Ids(request).Contains("e-2") ? "ValidationException" : null;
        DeadLetter(redriving, 3);

        var report = await redriving.RunAsync();

        report.Redriven.ShouldBe(2);
        report.QuarantineReasons!["RefusedByPutEvents"].ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBeEmpty();
        redriving.Log.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_rule_that_is_disabled_during_the_run_stops_it()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.BeforePut = _ =>
        {
            redriving.Aws.EventBridge.RuleState = "DISABLED";
            redriving.AdvanceTo(TimeSpan.FromSeconds(61));
            return Task.CompletedTask;
        };
        DeadLetter(redriving, 150);

        var report = await redriving.RunAsync();

        report.StoppedBecause.ShouldBe(StopReason.RouteProblem);
        report.Redriven.ShouldBeInRange(10, 80);
        redriving.InQueue(FakeSqs.DeadLetters).Count().ShouldBe(150 - report.Redriven);
    }

    [Fact]
    public async Task A_message_stays_hidden_for_as_long_as_the_run_may_take()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.FaultOf = (operation, _) => operation is "PutEvents" ? "InternalException" : null;
        redriving.Aws.DeadLetter("e-1");

        await redriving.RunAsync();

        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].HiddenFor.ShouldBe(150);
    }

    [Fact]
    public async Task A_PutEvents_that_hangs_is_cut_off_while_there_is_time_to_report()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.BeforePut = cancelled =>
        {
            redriving.Time.Advance(TimedRedriving.Given - TimeSpan.FromSeconds(7));
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
        };
        redriving.Aws.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        report.StoppedBecause.ShouldBe(StopReason.TimeIsUp);
        report.Failed.ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-1"]);
        redriving.Metrics.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_PutEvents_accepts_at_the_last_moment_is_still_deleted()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.BeforePut = _ =>
        {
            redriving.AdvanceTo(TimedRedriving.Given - TimeSpan.FromSeconds(9));
            return Task.CompletedTask;
        };
        DeadLetter(redriving, 150);

        var report = await redriving.RunAsync();

        report.StoppedBecause.ShouldBe(StopReason.TimeIsUp);
        report.Redriven.ShouldBeInRange(10, 80);
        report.Deleted.ShouldBe(report.Redriven);
        redriving.InQueue(FakeSqs.DeadLetters).Count().ShouldBe(150 - report.Redriven);
    }

    [Fact]
    public async Task A_page_ends_at_a_batch_when_the_time_is_short_and_shows_the_rest_again()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.BeforePut = _ =>
        {
            redriving.Time.Advance(TimedRedriving.Given - TimeSpan.FromSeconds(9));
            return Task.CompletedTask;
        };
        var large = $$$"""{"id":"large","detail":"{{{new string('x', 600_000)}}}"}""";
        redriving.Aws.DeadLetter("e-1", large);
        redriving.Aws.DeadLetter("e-2", large);

        var report = await redriving.RunAsync();

        report.StoppedBecause.ShouldBe(StopReason.TimeIsUp);
        report.Redriven.ShouldBe(1);
        var left = redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldHaveSingleItem();
        left.Id.ShouldBe("e-2");
        left.HiddenFor.ShouldBeNull();
    }

    [Fact]
    public async Task Too_many_skipped_messages_are_a_reason_of_their_own_to_stop()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        DeadLetter(redriving, 1_200);

        var report = await redriving.RunAsync(new RedriveRequest { ErrorCodes = ["TIMEOUT"] });

        report.StoppedBecause.ShouldBe(StopReason.TooManySkipped);
        report.Skipped.ShouldBeInRange(1_000, 1_080);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldAllBe(message => message.HiddenFor == null);
    }

    [Fact]
    public async Task A_message_that_cannot_be_hidden_counts_as_failed()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.Sqs.RefusesHides = true;
        redriving.Aws.DeadLetter("e-1", age: TimeSpan.FromSeconds(30));

        var report = await redriving.RunAsync();

        report.Waiting.ShouldBe(0);
        report.Failed.ShouldBe(1);
        redriving.Log.ShouldContain("ChangeMessageVisibilityBatch");
    }

    [Fact]
    public async Task What_nobody_foresaw_is_reported_and_held_messages_are_shown_again()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        var clock = new BrokenClock();
        redriving.Aws.EventBridge.BeforePut = _ =>
        {
            clock.BreaksAfter = 0;
            return Task.CompletedTask;
        };
        redriving.Aws.DeadLetter("e-1");
        redriving.Aws.DeadLetter("e-2", errorCode: "TIMEOUT");

        var report = await redriving.RunAsync(clock, new RedriveRequest { ErrorCodes = ["SDK_CLIENT_ERROR"] });

        report.StoppedBecause.ShouldBe(StopReason.Fault);
        report.Fault.ShouldBe("InvalidCastException");
        redriving.Log.ShouldNotContain("canary");
        redriving.Metrics.Requests.Count.ShouldBe(1);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldHaveSingleItem().HiddenFor.ShouldBeNull();
    }

    [Fact]
    public async Task A_quarantine_queue_that_cannot_be_looked_at_does_not_stop_the_redrive()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.Sqs.Untold = FakeSqs.Quarantine;
        redriving.Aws.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        report.Redriven.ShouldBe(1);
        report.Fault.ShouldNotBeNull().ShouldContain("GetQueueAttributes");
        MetricValues(redriving)["Failed"].ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_AWS_ends_rings_the_alarm_of_failures()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.FaultOf = (_, _) => "InternalException";
        redriving.Aws.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        report.StoppedBecause.ShouldBe(StopReason.AwsFault);
        var values = MetricValues(redriving);
        values["Failed"].ShouldBe(1);
        values["RouteState"].ShouldBe(-1);
    }

    private static Dictionary<string, double> MetricValues(TimedRedriving redriving) =>
        redriving
            .Metrics.Requests.ShouldHaveSingleItem()
            .MetricData.ToDictionary(datum => datum.MetricName, datum => datum.Value!.Value, StringComparer.Ordinal);

    [Fact]
    public async Task A_run_puts_its_counts_into_CloudWatch()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.EventBridge.ErrorOf = id => id is "e-3" ? "AccessDeniedException" : null;
        DeadLetter(redriving, 3);
        redriving.Aws.DeadLetter("poison", "not json");
        redriving.Aws.DeadLetter("young", age: TimeSpan.FromSeconds(30));

        await redriving.RunAsync();

        var request = redriving.Metrics.Requests.ShouldHaveSingleItem();
        request.Namespace.ShouldBe("Firetiger/EcsEvents");
        request.MetricData.ShouldAllBe(datum =>
            datum.Dimensions.Count == 1
            && datum.Dimensions[0].Name == "StackName"
            && datum.Dimensions[0].Value == "stack"
        );
        request
            .MetricData.Select(datum => $"{datum.MetricName} {datum.Value} {datum.Unit}")
            .ShouldBe([
                "Redriven 2 Count",
                "Probed 0 Count",
                "Quarantined 1 Count",
                "Waiting 1 Count",
                "Renewed 0 Count",
                "Failed 1 Count",
                "OldestMessageAgeSeconds 25200 Seconds",
                "RunSeconds 0 Seconds",
                "GateState 3 None",
                "RouteState 1 None",
            ]);
    }

    private static void DeadLetter(TimedRedriving redriving, int count)
    {
        foreach (var n in Enumerable.Range(1, count))
        {
            redriving.Aws.DeadLetter($"e-{n}");
        }
    }
}
