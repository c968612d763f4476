using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.EndToEnd.Tests;

public sealed class OutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(DeadLetterBody.Matched))]
    [InlineData(nameof(DeadLetterBody.Transformed))]
    public async Task What_failed_in_an_outage_arrives_once_after_it(string body)
    {
        var arguments = Some.Arguments() with { DeadLetterBody = Enum.Parse<DeadLetterBody>(body) };
        await using var sandbox = await DeployedSandbox.StartAsync(arguments);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503);
        await sandbox.Cluster.SendSamplesAsync(times: 2, Cancellation);
        var outage = await sandbox.UntilAsync(progress => progress.IsSettled);

        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();
        var end = await sandbox.UntilAsync(progress => progress.IsOver);

        outage.DeadLetters.ShouldBeGreaterThan(0);
        end.Report.Matched.ShouldBe(outage.Report.Matched);
        end.Report.Delivered.ShouldBe(end.Report.Matched);
        end.Report.Redriven.ShouldBe(outage.DeadLetters);
        end.Report.Lost.ShouldBe(0);
        end.Report.Duplicates.ShouldBe(0);
    }

    [Fact]
    public async Task With_a_queue_trigger_what_failed_in_an_outage_arrives_once_after_it()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments(("RedriveTrigger", "Queue")));
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503);
        await sandbox.Cluster.SendSamplesAsync(times: 2, Cancellation);
        await sandbox.UntilAsync(progress => progress.IsSettled);

        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();
        var end = await sandbox.UntilAsync(progress => progress.IsOver);

        end.Report.Delivered.ShouldBe(end.Report.Matched);
        end.Report.Redriven.ShouldBeGreaterThan(0);
        end.Report.Quarantined.ShouldBe(0);
        end.Report.Lost.ShouldBe(0);
        end.Report.Duplicates.ShouldBe(0);
    }

    [Fact]
    public async Task Events_that_the_endpoint_never_takes_end_in_quarantine_and_the_others_arrive()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments(("RedriveMaxAttempts", "1")));
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Refusing(400, "TaskFailedToStart");

        await sandbox.SendSamplesUntilAsync(progress => progress.Report.Quarantined > 0);

        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();
        var end = await sandbox.UntilAsync(progress => progress.IsOver);

        end.Report.Delivered.ShouldBeGreaterThan(0);
        end.Report.Quarantined.ShouldBeGreaterThan(0);
        (end.Report.Delivered + end.Report.Quarantined).ShouldBe(end.Report.Matched);
        end.Report.Lost.ShouldBe(0);
    }

    [Fact]
    public async Task An_endpoint_that_takes_nothing_keeps_events_waiting_and_quarantines_none()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments(("RedriveMaxAttempts", "1")));
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(400);
        await sandbox.Cluster.SendSamplesAsync(times: 1, Cancellation);
        var outage = await sandbox.UntilAsync(progress => progress.IsSettled);
        await sandbox.UntilAsync(_ => DeadLetterings(sandbox) > outage.DeadLetters + 2);

        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();
        var end = await sandbox.UntilAsync(progress => progress.IsOver);

        end.Report.Quarantined.ShouldBe(0);
        end.Report.Delivered.ShouldBe(end.Report.Matched);
    }

    [Fact]
    public async Task Without_a_queue_policy_events_are_lost_and_counted()
    {
        var template = Some.TemplateWithout("Sid: RulesOfThisStackSend", "Sid: OnlyOverTls");
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments() with { Template = template });
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503);

        await sandbox.Cluster.SendSamplesAsync(times: 1, Cancellation);
        var end = await sandbox.UntilAsync(progress => progress.Gone == progress.Report.Matched);

        end.DeadLetters.ShouldBe(0);
        end.Report.Matched.ShouldBeGreaterThan(0);
        end.Report.Lost.ShouldBe(end.Report.Matched);
    }

    [Fact]
    public async Task Without_a_dead_letter_queue_the_stack_still_delivers()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments(("EnableDeadLetterQueue", "false")));

        await sandbox.Cluster.SendSamplesAsync(times: 1, Cancellation);
        var end = await sandbox.UntilAsync(progress => progress.Report.Lost == 0 && progress.Report.Matched > 0);

        end.Report.Delivered.ShouldBe(end.Report.Matched);
        sandbox.Installation.Resources.Keys.ShouldNotContain("DlqRedriverFunction");
    }

    [Fact]
    public async Task No_component_asks_for_more_than_its_role_allows()
    {
        await using var sandbox = await DeployedSandbox.StartAsync(Some.Arguments());
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503);
        await sandbox.Cluster.SendSamplesAsync(times: 1, Cancellation);
        await sandbox.UntilAsync(progress => progress.IsSettled);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();
        await sandbox.UntilAsync(progress => progress.IsOver);

        sandbox.Host.Context.Authorizer.Decisions.Count.ShouldBeGreaterThan(0);
        sandbox.Host.Context.Authorizer.Decisions.ShouldAllBe(decision => decision.IsAllowed);
    }

    private static int DeadLetterings(DeployedSandbox sandbox) =>
        sandbox.Host.Journal.Records.Count(record => record.Step == DeliveryStep.DeadLettered);
}
