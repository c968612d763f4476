using Firetiger.Sandbox.Demo;

namespace Firetiger.EndToEnd.Tests;

/// <summary>Updates of a running stack, one after another as over its life, with events between them.</summary>
/// <param name="sandbox">Of this class alone.</param>
public sealed class UpdateTests(EmptySandbox sandbox) : IClassFixture<EmptySandbox>
{
    private static readonly string[] Redrive =
    [
        "DeadLetterQueue",
        "QuarantineQueue",
        "RedriveBus",
        "RedriveBusLogDelivery",
        "DlqRedriverFunction",
        "RedriveSchedule",
        "RouteProblemAlarm",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stack_changes_its_parameters_and_delivers_after_each()
    {
        var stack = sandbox.Stack("life");
        (await stack.CreateAsync(EmptySandbox.Template, await DeliveringAsync(), Cancellation)).ShouldBe(
            "CREATE_COMPLETE"
        );
        await ShouldDeliverAsync();
        var first = await stack.ResourcesAsync(Cancellation);

        await UpdateAsync(stack, ("EnableDeadLetterQueue", "false"));
        var without = await stack.ResourcesAsync(Cancellation);
        await UpdateAsync(stack);
        var again = await stack.ResourcesAsync(Cancellation);
        await UpdateAsync(stack, ("RedriveTrigger", "Queue"));
        var queue = await stack.ResourcesAsync(Cancellation);
        await UpdateAsync(stack, ("EventLogRetentionDays", "0"), ("AlarmEmail", "on-call@example.com"));
        var quiet = await stack.ResourcesAsync(Cancellation);
        await UpdateAsync(stack, ("EventBridgeRuleName", "our-ecs-events"));
        var renamed = await stack.ResourcesAsync(Cancellation);

        without.Keys.Intersect(Redrive).ShouldBeEmpty();
        without.Keys.ShouldContain("EcsEventsRule");
        Redrive.ShouldBeSubsetOf(again.Keys);
        again["DeadLetterQueue"].ShouldNotBe(first["DeadLetterQueue"], "the old queue was kept, with its events");
        queue.Keys.ShouldContain("RedriveQueueTrigger");
        queue["DeadLetterQueue"].ShouldBe(again["DeadLetterQueue"]);
        quiet.Keys.ShouldNotContain("EventLogGroup");
        quiet.Keys.ShouldContain("AlarmSubscription");
        renamed["EcsEventsRule"].ShouldBe("our-ecs-events");
        renamed["EventLogGroup"].ShouldBe("/aws/events/rule/our-ecs-events");
        (await stack.DeleteAsync(Cancellation)).ShouldBe("DELETE_COMPLETE");
    }

    private async Task UpdateAsync(StackDeployment stack, params (string Name, string Value)[] parameters)
    {
        var status = await stack.UpdateAsync(EmptySandbox.Template, await DeliveringAsync(parameters), Cancellation);

        status.ShouldBe("UPDATE_COMPLETE", string.Join('\n', await stack.FailuresAsync(Cancellation)));
        await ShouldDeliverAsync();
    }

    private Task<Dictionary<string, string>> DeliveringAsync(params (string Name, string Value)[] parameters) =>
        sandbox.WithAsync([.. parameters, ("FiretigerUsername", ""), ("FiretigerPassword", "")]);

    /// <summary>Sends the samples and waits for as many to arrive as the default pattern matches.</summary>
    private async Task ShouldDeliverAsync()
    {
        const int Stopped = 8;
        var before = sandbox.Host.Ingest.Accepted.Count;
        await new EcsCluster(sandbox.Host).SendSamplesAsync(times: 1, Cancellation);
        while (sandbox.Host.Ingest.Accepted.Count < before + Stopped)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), sandbox.Host.Context.Clock.Time, Cancellation);
        }
    }
}
