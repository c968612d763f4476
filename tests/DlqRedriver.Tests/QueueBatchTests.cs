using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>Batches that an event source mapping hands over, through the function's own process.</summary>
public sealed class QueueBatchTests
{
    [Fact]
    public async Task What_is_sent_or_quarantined_is_no_failure_and_what_waits_is()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("due");
        redriving.DeadLetter("poison", body: "not JSON");
        redriving.DeadLetter("young", age: TimeSpan.Zero);

        var answer = await redriving.RunAsync(redriving.Aws.Sqs.Poll());

        Failures(answer).ShouldBe(["young"]);
        redriving.AcceptedDetails().ShouldHaveSingleItem();
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["young"]);
        redriving.InQueue(FakeSqs.Quarantine).Count().ShouldBe(1);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].HiddenFor!.Value.ShouldBeInRange(220, 300);
    }

    [Fact]
    public async Task The_answer_is_the_one_that_Lambda_knows()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("due");

        var answer = await redriving.RunAsync(redriving.Aws.Sqs.Poll());

        answer.ToJsonString().ShouldBe("""{"batchItemFailures":[]}""");
    }

    [Fact]
    public async Task The_batches_of_a_minute_share_what_the_gate_allows()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.CloudWatch.Tell(live: (10, 0), redrive: (0, 0));
        for (var index = 0; index < 30; index++)
        {
            redriving.DeadLetter($"e-{index}");
        }

        var first = await redriving.RunAsync(redriving.Aws.Sqs.Poll());
        var second = await redriving.RunAsync(redriving.Aws.Sqs.Poll());

        Failures(first).Count().ShouldBe(9);
        Failures(second).Count().ShouldBe(10);
        ((int)redriving.AcceptedDetails().ShouldHaveSingleItem()["probe"]!).ShouldBe(1);
        redriving.Aws.CloudWatch.Calls.Count(call => call is "GetMetricData").ShouldBe(1);
        redriving
            .Aws.Sqs.InQueue(FakeSqs.DeadLetters)
            .Select(message => (message.HiddenFor + 59) / 60)
            .Where(minutes => minutes is not null)
            .ShouldBe(Enumerable.Range(1, 19).Select(turn => (int?)Math.Min(turn, 15)));
    }

    [Fact]
    public async Task Over_a_broken_route_nothing_moves_and_everything_rests()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.RuleState = "DISABLED";
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("poison", body: "not JSON");

        var answer = await redriving.RunAsync(redriving.Aws.Sqs.Poll());

        Failures(answer).ShouldBe(["e-1", "poison"], ignoreOrder: true);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldAllBe(message => message.HiddenFor <= 60);
        redriving.Process.Output.ShouldContain("RouteProblem");
    }

    [Fact]
    public async Task A_fault_that_nobody_foresaw_leaves_every_message_to_the_queue()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        var records = new[]
        {
            new SQSEvent.SQSMessage { MessageId = "e-1" },
            new SQSEvent.SQSMessage { MessageId = "e-2" },
        };
        var clock = new BrokenClock { BreaksAfter = 1 };

        var report = await redriving.RunAsync(clock, new QueueBatchRequest(new SQSEvent { Records = [.. records] }));

        report.StoppedBecause.ShouldBe(StopReason.Fault);
        report.Kept.ShouldBe(["e-1", "e-2"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("InternalException")]
    [InlineData("AccessDeniedException")]
    public async Task When_PutEvents_fails_every_event_is_a_failure(string code)
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.FaultOf = (operation, _) => operation is "PutEvents" ? code : null;
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("e-2");

        var answer = await redriving.RunAsync(redriving.Aws.Sqs.Poll());

        Failures(answer).ShouldBe(["e-1", "e-2"], ignoreOrder: true);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["e-1", "e-2"]);
    }

    [Fact]
    public async Task A_message_that_the_function_could_not_delete_is_left_to_Lambda()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.Sqs.FailingDeletes = 100;
        redriving.DeadLetter("e-1");

        var answer = await redriving.RunAsync(redriving.Aws.Sqs.Poll());

        Failures(answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schedule_beside_it_renews_and_redrives_nothing()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.CloudWatch.Values["deadLetterAge"] = TimeSpan.FromDays(12).TotalSeconds;
        redriving.DeadLetter("old", age: TimeSpan.FromDays(12));
        redriving.DeadLetter("young");

        var report = await redriving.RunAsync("""{"action":"renew"}""");

        ((int)report["renewed"]!).ShouldBe(1);
        redriving.Aws.EventBridge.Puts.ShouldBe(0);
        redriving.InQueue(FakeSqs.DeadLetters).Count().ShouldBe(2);
        redriving.Aws.CloudWatch.Calls.ShouldContain("PutMetricData");
    }

    private static IEnumerable<string> Failures(JsonObject answer) =>
        answer["batchItemFailures"]!.AsArray().Select(item => (string)item!["itemIdentifier"]!);
}
