using System.Text.Json.Nodes;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>The function's own process over AWS's protocols: what happens to messages.</summary>
public sealed class RedriveProcessTests
{
    [Fact]
    public async Task Dead_lettered_events_are_sent_in_their_envelope_and_then_deleted()
    {
        await using var redriving = await Redriving.StartAsync();
        foreach (var n in Enumerable.Range(1, 12))
        {
            redriving.DeadLetter($"e-{n}");
        }

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 12, redriven 12, quarantined 0, waiting 0, failed 0, deleted 12");
        ((string)report["stoppedBecause"]!).ShouldBe("QueueEmpty");
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBeEmpty();
        var entry = redriving.Aws.EventBridge.Accepted[0];
        ((string)entry["EventBusName"]!).ShouldBe("redrive-bus");
        ((string)entry["Source"]!).ShouldBe("firetiger.redrive");
        ((string)entry["DetailType"]!).ShouldBe("Dead-Lettered Event");
        entry.ContainsKey("Time").ShouldBeFalse();
        entry.ContainsKey("Resources").ShouldBeFalse();
        ((string)entry["Detail"]!).ShouldStartWith("{\"attempt\":1,\"probe\":0,\"firstDeadLetteredAt\":\"20");
        ((string)entry["Detail"]!).ShouldEndWith(
            ",\"errorCode\":\"SDK_CLIENT_ERROR\",\"event\":" + Redriving.Event("e-1") + "}"
        );
    }

    [Fact]
    public async Task A_copy_that_failed_is_unwrapped_and_its_attempt_rises()
    {
        await using var redriving = await Redriving.StartAsync();
        var first = Some.FailedCopy(
            """{"attempt":2,"probe":3,"firstDeadLetteredAt":"2026-11-20T00:00:00Z","errorCode":"TIMEOUT","event":"""
                + Redriving.Event("e-1")
                + "}"
        );
        redriving.DeadLetter("m-1", first, "THROTTLING", ruleArn: Some.RedriveRuleArn);

        await redriving.RunAsync();

        redriving.Aws.EventBridge.Accepted.ShouldHaveSingleItem()["Detail"]!
            .GetValue<string>()
            .ShouldBe(
                """{"attempt":3,"probe":3,"firstDeadLetteredAt":"2026-11-20T00:00:00.000Z","errorCode":"THROTTLING","event":"""
                    + Redriving.Event("e-1")
                    + "}"
            );
    }

    [Fact]
    public async Task Only_the_accepted_entries_of_a_request_are_deleted()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.ErrorOf = id => id is "e-2" ? "AccessDeniedException" : null;
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("e-2");
        redriving.DeadLetter("e-3");

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 3, redriven 2, quarantined 0, waiting 0, failed 1, deleted 2");
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-2"]);
    }

    [Fact]
    public async Task A_throttled_entry_is_sent_again_alone()
    {
        await using var redriving = await Redriving.StartAsync();
        var throttles = 2;
        redriving.Aws.EventBridge.ErrorOf = id => id is "e-2" && throttles-- > 0 ? "ThrottlingException" : null;
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("e-2");

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 2, redriven 2, quarantined 0, waiting 0, failed 0, deleted 2");
        redriving.AcceptedDetails().Select(detail => (string)detail["event"]!["id"]!).ShouldBe(["e-1", "e-2"]);
        redriving.Aws.EventBridge.Puts.ShouldBe(3);
    }

    [Fact]
    public async Task An_event_that_PutEvents_refuses_for_what_it_is_goes_to_quarantine()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.ErrorOf = _ => "MalformedDetail";
        redriving.DeadLetter("e-1");

        await redriving.RunAsync();

        redriving.InQueue(FakeSqs.DeadLetters).ShouldBeEmpty();
        var quarantined = redriving.Aws.Sqs.InQueue(FakeSqs.Quarantine).ShouldHaveSingleItem();
        ((string)quarantined.Mark!["reason"]!).ShouldBe("RefusedByPutEvents");
    }

    [Fact]
    public async Task A_poison_body_goes_to_quarantine_whole_with_what_AWS_said()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("poison", "not { json 🚀");
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 2, redriven 1, quarantined 1, waiting 0, failed 0, deleted 2");
        ((int)report["quarantineReasons"]!["NotAnEvent"]!).ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBeEmpty();
        var quarantined = redriving.Aws.Sqs.InQueue(FakeSqs.Quarantine).ShouldHaveSingleItem();
        quarantined.Body.ShouldBe("not { json 🚀");
        quarantined.Attributes["ERROR_MESSAGE"].ShouldBe("canary-error-message");
        quarantined.Attributes.Count.ShouldBe(7);
        ((string)quarantined.Mark!["reason"]!).ShouldBe("NotAnEvent");
    }

    [Fact]
    public async Task A_message_that_the_quarantine_queue_does_not_take_stays()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.Sqs.RefusesSends = true;
        redriving.DeadLetter("poison", "not json");
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 2, redriven 1, quarantined 0, waiting 0, failed 1, deleted 1");
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["poison"]);
        ((string)report["fault"]!).ShouldStartWith("SendMessage: AccessDenied");
    }

    [Theory]
    [InlineData("""{"source":"\ud800firetiger.redrive","id":"odd"}""")]
    [InlineData("""{"\ud800abc":1}""")]
    [InlineData("""{"source":"firetiger.redrive","detail-type":"\udc00Dead-Lettered Event","id":"odd"}""")]
    public async Task A_body_with_half_a_surrogate_pair_goes_to_quarantine_and_its_neighbours_are_sent(string body)
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("odd", body);
        redriving.DeadLetter("e-2");

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 3, redriven 2, quarantined 1, waiting 0, failed 0, deleted 3");
        redriving.Aws.Sqs.InQueue(FakeSqs.Quarantine).ShouldHaveSingleItem().Body.ShouldBe(body);
    }

    [Fact]
    public async Task A_message_that_is_not_due_is_hidden_until_it_is()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("e-1", age: TimeSpan.FromSeconds(30));

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 1, redriven 0, quarantined 0, waiting 1, failed 0, deleted 0");
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].HiddenFor!.Value.ShouldBeInRange(180, 271);
    }

    [Fact]
    public async Task A_failed_delete_is_tried_again()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.Sqs.FailingDeletes = 2;
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 1, redriven 1, quarantined 0, waiting 0, failed 0, deleted 1");
    }

    [Fact]
    public async Task A_fault_of_EventBridge_leaves_the_batch_and_ends_the_run()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.FaultOf = (operation, _) => operation is "PutEvents" ? "InternalException" : null;
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 1, redriven 0, quarantined 0, waiting 0, failed 1, deleted 0");
        ((string)report["stoppedBecause"]!).ShouldBe("AwsFault");
        ((string)report["fault"]!).ShouldStartWith("PutEvents: InternalException");
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-1"]);
    }

    [Fact]
    public async Task A_run_sends_no_more_than_its_budget()
    {
        await using var redriving = await Redriving.StartAsync(("REDRIVE_INTERVAL_SECONDS", "30"));
        foreach (var n in Enumerable.Range(1, 20))
        {
            redriving.DeadLetter($"e-{n}");
        }

        var report = await redriving.RunAsync();

        Counts(report).ShouldBe("received 15, redriven 15, quarantined 0, waiting 0, failed 0, deleted 15");
        ((string)report["stoppedBecause"]!).ShouldBe("BudgetSpent");
    }

    [Fact]
    public async Task A_dry_run_counts_and_leaves_every_message_visible()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("poison", "not json");

        var report = await redriving.RunAsync("""{"action":"redrive","dryRun":true}""");

        Counts(report).ShouldBe("received 2, redriven 1, quarantined 1, waiting 0, failed 0, deleted 0");
        redriving.Aws.EventBridge.Puts.ShouldBe(0);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).Select(message => message.HiddenFor).ShouldBe([null, null]);
        redriving.InQueue(FakeSqs.Quarantine).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operator_redrives_by_error_code()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("e-2", errorCode: "TIMEOUT");

        var report = await redriving.RunAsync("""{"action":"redrive","errorCodes":["TIMEOUT"]}""");

        ((int)report["skipped"]!).ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-1"]);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].HiddenFor.ShouldBeNull();
    }

    private static string Counts(JsonObject report) =>
        string.Join(
            ", ",
            new[] { "received", "redriven", "quarantined", "waiting", "failed", "deleted" }.Select(name =>
                $"{name} {report[name]}"
            )
        );
}
