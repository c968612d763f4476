using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>What an operator asks for by payload: to look, and to release.</summary>
public sealed class OperatorActionTests
{
    [Fact]
    public async Task Status_tells_queues_gate_and_route_and_receives_nothing()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Tell(live: (10, 0), redrive: (0, 0));
        redriving.Aws.EventBridge.RuleState = "DISABLED";
        redriving.Aws.DeadLetter("e-1");
        redriving.Aws.DeadLetter("e-2", queue: FakeSqs.Quarantine);

        var report = await redriving.RunAsync(new StatusRequest());

        report.Action.ShouldBe("status");
        report.Gate!.State.ShouldBe(GateState.Failing);
        report.Budget.ShouldBe(1);
        report.Queues.ShouldBe(
            new QueuesReport(
                new QueueReport(Visible: 1, InFlight: 0, OldestAgeSeconds: 25_200, RetentionSeconds: 1_209_600),
                new QueueReport(Visible: 1, InFlight: 0, OldestAgeSeconds: 25_200, RetentionSeconds: 1_209_600)
            )
        );
        report.RouteProblem.ShouldNotBeNull().ShouldContain("enable-rule");
        redriving.Aws.Sqs.Calls.ShouldBe(["GetQueueAttributes", "GetQueueAttributes"]);
        redriving.Metrics.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Peek_shows_what_messages_are_and_leaves_them_visible()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.DeadLetter("e-1", errorMessage: "The target answered 401 to canary-error-message");
        redriving.Aws.DeadLetter("e-2", age: TimeSpan.Zero);
        redriving.Aws.DeadLetter("e-3", body: "not JSON");

        var report = await redriving.RunAsync(new PeekRequest { MaxMessages = 3 });

        report.StoppedBecause.ShouldBe(StopReason.MaxMessages);
        report.Messages!.Select(message => message.Decision).ShouldBe(["Send", "Wait", "Quarantine"]);
        report.Messages![0].EventId.ShouldBe("e-1");
        report.Messages[0].ErrorCode.ShouldBe("SDK_CLIENT_ERROR");
        report.Messages[0].HttpStatus.ShouldBe(401);
        report.Messages[1].WaitUntil.ShouldNotBeNull();
        report.Messages[2].QuarantineReason.ShouldBe("NotAnEvent");
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldAllBe(message => message.HiddenFor == null);
        redriving.Log.ShouldNotContain("canary");
        redriving.Log.ShouldNotContain("e-1");
    }

    [Fact]
    public async Task Peek_into_the_quarantine_tells_the_reason_of_each_message()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        Quarantine(redriving, "e-1", QuarantineReason.TooOld);

        var report = await redriving.RunAsync(new PeekRequest { Quarantine = true });

        report.StoppedBecause.ShouldBe(StopReason.QueueEmpty);
        var message = report.Messages.ShouldHaveSingleItem();
        message.QuarantineReason.ShouldBe("TooOld");
        message.Decision.ShouldBeNull();
        message.Attempt.ShouldBe(5);
    }

    [Fact]
    public async Task Release_sends_the_bare_event_with_fresh_counts_and_only_then_deletes()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        var detail = EnvelopeWriter.Write(
            new RedriveCounts(5, 2, redriving.Time.GetUtcNow() - TimeSpan.FromDays(40)),
            "TIMEOUT",
            System.Text.Encoding.UTF8.GetBytes(Redriving.Event("e-1"))
        );
        Quarantine(
            redriving,
            "e-1",
            QuarantineReason.TooOld,
            body: $$"""{"source":"firetiger.redrive","detail-type":"Dead-Lettered Event","detail":{{detail}}}"""
        );

        var report = await redriving.RunAsync(new ReleaseRequest());

        report.Released.ShouldBe(1);
        report.Deleted.ShouldBe(1);
        redriving.InQueue(FakeSqs.Quarantine).ShouldBeEmpty();
        var released = redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldHaveSingleItem();
        released.Body.ShouldBe(Redriving.Event("e-1"));
        released.Attributes.Keys.ShouldBe(["FiretigerRedrive"]);
        ((int)released.Mark!["attempt"]!).ShouldBe(0);
        released.Mark.ContainsKey("reason").ShouldBeFalse();
        ((DateTime)released.Mark["firstDeadLetteredAt"]!).ShouldBe(
            redriving.Time.GetUtcNow().UtcDateTime,
            TimeSpan.FromMinutes(1)
        );
        redriving.Log.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_released_event_is_redriven_again_however_old_it_was()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        Quarantine(redriving, "e-1", QuarantineReason.TooOld, age: TimeSpan.FromDays(40));
        await redriving.RunAsync(new ReleaseRequest());
        redriving.Time.Advance(TimeSpan.FromMinutes(10));

        var report = await redriving.RunAsync();

        report.Redriven.ShouldBe(1);
        report.Quarantined.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_redrive_would_quarantine_again_stays_unless_it_is_forced_out()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        Quarantine(redriving, "e-1", QuarantineReason.NotAnEvent, body: "not JSON");
        Quarantine(redriving, "e-2", QuarantineReason.NotForApiDestination, targetArn: "arn:aws:sqs:us-east-1:1:q");
        Quarantine(redriving, "e-3", QuarantineReason.AttemptsExhausted);

        var kept = await redriving.RunAsync(new ReleaseRequest());
        var forced = await redriving.RunAsync(new ReleaseRequest { Force = true });

        kept.Released.ShouldBe(1);
        kept.Skipped.ShouldBe(2);
        kept.InVain.ShouldBe(2);
        forced.InVain.ShouldBe(0);
        forced.Released.ShouldBe(2);
        redriving.InQueue(FakeSqs.Quarantine).ShouldBeEmpty();
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).Select(message => message.Body).ShouldContain("not JSON");
    }

    [Fact]
    public async Task A_dry_release_counts_and_leaves_everything_visible()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        Quarantine(redriving, "e-1", QuarantineReason.TooOld);
        Quarantine(redriving, "e-2", QuarantineReason.AttemptsExhausted);

        var report = await redriving.RunAsync(new ReleaseRequest { DryRun = true, Reasons = ["TooOld"] });

        report.Released.ShouldBe(1);
        report.Skipped.ShouldBe(1);
        redriving.Aws.Sqs.InQueue(FakeSqs.Quarantine).Count.ShouldBe(2);
        redriving.Aws.Sqs.InQueue(FakeSqs.Quarantine).ShouldAllBe(message => message.HiddenFor == null);
    }

    [Fact]
    public async Task A_release_that_the_queue_refuses_leaves_the_message_in_quarantine()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        Quarantine(redriving, "e-1", QuarantineReason.TooOld);
        redriving.Aws.Sqs.RefusesSends = true;

        var report = await redriving.RunAsync(new ReleaseRequest());

        report.Released.ShouldBe(0);
        report.Failed.ShouldBe(1);
        redriving.InQueue(FakeSqs.Quarantine).ShouldBe(["e-1"]);
    }

    [Fact]
    public async Task Release_looks_at_no_more_messages_than_asked_for()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        for (var index = 0; index < 30; index++)
        {
            Quarantine(redriving, $"e-{index}", QuarantineReason.TooOld);
        }

        var report = await redriving.RunAsync(new ReleaseRequest { MaxMessages = 13 });

        report.StoppedBecause.ShouldBe(StopReason.MaxMessages);
        report.Released.ShouldBe(13);
        redriving.InQueue(FakeSqs.Quarantine).Count().ShouldBe(17);
    }

    private static void Quarantine(
        TimedRedriving redriving,
        string id,
        QuarantineReason reason,
        string? body = null,
        string targetArn = Some.TargetArn,
        TimeSpan? age = null
    ) =>
        redriving.Aws.DeadLetter(
            id,
            body,
            age: age,
            queue: FakeSqs.Quarantine,
            targetArn: targetArn,
            mark: new RedriveMark(
                new RedriveCounts(5, 0, redriving.Time.GetUtcNow() - (age ?? TimeSpan.FromDays(1))),
                reason.ToString()
            ).Write()
        );
}
