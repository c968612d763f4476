using System.Globalization;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>SQS deletes what is older than its retention; what cannot be delivered must outlive that.</summary>
public sealed class RenewalTests
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(12);

    [Fact]
    public async Task An_old_message_is_sent_again_with_its_counts_and_attributes_and_only_then_deleted()
    {
        await using var redriving = await StartAsync();
        redriving.Aws.DeadLetter("e-old", age: Old);
        redriving.Aws.DeadLetter("e-young");
        var firstDeadLetteredAt = redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].SentAt;

        var report = await redriving.RunAsync();

        report.Renewed.ShouldBe(1);
        var calls = redriving.Aws.Sqs.Calls;
        calls.IndexOf("SendMessage").ShouldBeLessThan(calls.IndexOf("DeleteMessageBatch"));
        var renewed = redriving
            .Aws.Sqs.InQueue(FakeSqs.DeadLetters)
            .Single(message => message.Body.Contains("e-old", StringComparison.Ordinal));
        renewed.Id.ShouldNotBe("e-old");
        renewed.Attributes["ERROR_CODE"].ShouldBe("SDK_CLIENT_ERROR");
        DateTimeOffset
            .Parse((string)renewed.Mark!["firstDeadLetteredAt"]!, CultureInfo.InvariantCulture)
            .ShouldBe(firstDeadLetteredAt, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_quarantine_is_renewed_though_nothing_else_moves()
    {
        await using var redriving = await StartAsync();
        redriving.Aws.EventBridge.RuleState = "DISABLED";
        redriving.Aws.DeadLetter("e-1", age: Old, queue: FakeSqs.Quarantine);

        var report = await redriving.RunAsync();

        report.Renewed.ShouldBe(1);
        report.Redriven.ShouldBe(0);
        redriving.InQueue(FakeSqs.Quarantine).Count().ShouldBe(1);
        redriving.InQueue(FakeSqs.Quarantine).ShouldNotContain("e-1");
    }

    [Fact]
    public async Task A_long_dead_letter_queue_leaves_the_quarantine_its_time()
    {
        await using var redriving = await StartAsync();
        redriving.Aws.EventBridge.RuleState = "DISABLED";
        for (var index = 0; index < 600; index++)
        {
            redriving.Aws.DeadLetter($"e-{index}");
        }

        redriving.Aws.DeadLetter("e-old", age: Old, queue: FakeSqs.Quarantine);
        redriving.Aws.Sqs.BeforeReceive = () => redriving.Time.Advance(TimedRedriving.Given / 10);

        var report = await redriving.RunAsync();

        report.Renewed.ShouldBe(1);
        redriving.InQueue(FakeSqs.Quarantine).ShouldNotContain("e-old");
    }

    [Fact]
    public async Task What_was_looked_at_can_be_received_again_at_once()
    {
        await using var redriving = await StartAsync();
        redriving.Aws.EventBridge.RuleState = "DISABLED";
        for (var index = 0; index < 1_200; index++)
        {
            redriving.Aws.DeadLetter($"e-{index}");
        }

        await redriving.RunAsync();

        redriving
            .Aws.Sqs.InQueue(FakeSqs.DeadLetters)
            .ShouldAllBe(message => message.HiddenFor == null || message.HiddenFor == 0);
    }

    [Fact]
    public async Task A_message_that_SQS_does_not_take_again_stays()
    {
        await using var redriving = await StartAsync();
        redriving.Aws.Sqs.RefusesSends = true;
        redriving.Aws.DeadLetter("e-old", age: Old);

        var report = await redriving.RunAsync();

        report.Renewed.ShouldBe(0);
        report.Failed.ShouldBeGreaterThan(0);
        report.Fault.ShouldNotBeNull().ShouldContain("SendMessage");
    }

    [Theory]
    [InlineData(FakeSqs.DeadLetters)]
    [InlineData(FakeSqs.Quarantine)]
    public async Task An_old_message_that_the_metric_leaves_out_is_renewed(string queue)
    {
        await using var redriving = await StartAsync();
        redriving.Aws.CloudWatch.Values["deadLetterAge"] = 25_200;
        redriving.Aws.CloudWatch.Values["quarantineAge"] = 25_200;
        redriving.Aws.DeadLetter("e-old", age: TimeSpan.FromDays(13.9), queue: queue);
        redriving.Aws.DeadLetter("e-young", queue: queue);

        var report = await redriving.RunAsync();

        report.Renewed.ShouldBe(1);
        redriving.InQueue(queue).ShouldNotContain("e-old");
    }

    [Fact]
    public async Task Young_queues_are_looked_at_by_the_page()
    {
        await using var redriving = await StartAsync();
        redriving.Aws.CloudWatch.Values["deadLetterAge"] = 25_200;
        for (var index = 0; index < 100; index++)
        {
            redriving.Aws.DeadLetter($"e-{index}");
        }

        var report = await redriving.RunAsync();

        report.Renewed.ShouldBe(0);
        // One for the renewal, one for the probe of a gate that is closed.
        redriving.Aws.Sqs.Calls.Count(call => call is "ReceiveMessage").ShouldBe(2);
    }

    [Fact]
    public async Task No_message_is_hidden_past_the_time_to_renew_it()
    {
        await using var redriving = await StartAsync();
        redriving.Aws.Sqs.RetentionSeconds = 86_400;
        redriving.Aws.CloudWatch.Tell(live: (10, 10), redrive: (10, 10));
        redriving.Aws.DeadLetter(
            "waits",
            Redriving.Event("waits"),
            age: TimeSpan.FromHours(18),
            ruleArn: Some.RedriveRuleArn
        );

        await redriving.RunAsync();

        // Its envelope is lost, so it would wait for six hours; a day's retention has it renewed at eleven fourteenths.
        var message = redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldHaveSingleItem();
        message.HiddenFor!.Value.ShouldBeInRange(1, (86_400 * 11 / 14) - (18 * 3_600) + 1);
    }

    [Fact]
    public async Task A_batch_of_an_event_source_mapping_renews_what_must_wait_and_is_old()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.RuleState = "DISABLED";
        redriving.DeadLetter("old", age: Old);
        redriving.DeadLetter("young", age: TimeSpan.FromHours(1));

        var answer = await redriving.RunAsync(redriving.Aws.Sqs.Poll());

        ((string)answer["batchItemFailures"]!.AsArray().ShouldHaveSingleItem()!["itemIdentifier"]!).ShouldBe("young");
        redriving.InQueue(FakeSqs.DeadLetters).Count().ShouldBe(2);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldNotContain("old");
    }

    private static async Task<TimedRedriving> StartAsync()
    {
        var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Tell(live: (10, 0), redrive: (0, 0));
        redriving.Aws.CloudWatch.Values["deadLetterAge"] = Old.TotalSeconds;
        redriving.Aws.CloudWatch.Values["quarantineAge"] = Old.TotalSeconds;
        return redriving;
    }
}
