using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.EventBridge.Delivery;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;
using Firetiger.Sandbox.Tests.Lambda;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.Sandbox.Tests.EventBridge;

/// <summary>What waits, and for how long, on a clock that stands still until it is told to move.</summary>
public sealed class WaitingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Retry_After_is_waited_for_even_beyond_the_age_of_the_event()
    {
        await using var sandbox = await RunningSandbox.StartAsync(_time);
        await new Route { AgeSeconds = 3600 }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503, RetryAfter: "7200");
        await sandbox.PutEventAsync();
        await sandbox.WaitForAsync(DeliveryStep.Retrying);

        _time.Advance(TimeSpan.FromHours(1));

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "RETRY_ATTEMPTS").ShouldBe("0");
        Attribute(message, "EXHAUSTED_RETRY_CONDITION").ShouldBe("MaximumEventAgeInSeconds");
    }

    [Fact]
    public async Task An_endpoint_slower_than_five_seconds_is_a_failure_although_it_accepts()
    {
        await using var sandbox = await RunningSandbox.StartAsync(_time);
        await new Route { Retries = 0 }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Slow(TimeSpan.FromSeconds(6));
        await sandbox.PutEventAsync();

        await AdvanceUntilAsync(() =>
            sandbox.Host.Journal.Records.Any(record => record.Step == DeliveryStep.DeadLettered)
            && sandbox.Host.Ingest.Accepted.Count == 1
        );

        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "ERROR_MESSAGE").ShouldContain("Timeout");
    }

    [Fact]
    public async Task Two_rules_share_the_rate_of_their_destination()
    {
        await using var sandbox = await RunningSandbox.StartAsync(_time);
        var route = new Route { Rate = 1 };
        var destinationArn = await route.CreateAsync(sandbox);
        await (route with { Rule = "orders-too" }).AddRuleAsync(sandbox, destinationArn);

        await sandbox.PutEventAsync();
        await Eventually.HoldsAsync(() => sandbox.Host.Ingest.Accepted.Count == 1);
        await AdvanceUntilAsync(() => sandbox.Host.Ingest.Accepted.Count == 2);

        var accepted = sandbox.Host.Ingest.Accepted;
        (accepted[1].At - accepted[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_event_that_outlives_its_age_in_the_queue_for_the_rate_is_dead_lettered()
    {
        await using var sandbox = await RunningSandbox.StartAsync(_time);
        await new Route { Rate = 1, AgeSeconds = 60 }.CreateAsync(sandbox);
        await Task.WhenAll(Enumerable.Range(0, 62).Select(_ => sandbox.PutEventAsync()));

        await AdvanceUntilAsync(() =>
            sandbox.Host.Journal.Records.Any(record => record.Step == DeliveryStep.DeadLettered)
        );

        var message = (await sandbox.ReceiveAsync(Route.Queue))[0];
        Attribute(message, "EXHAUSTED_RETRY_CONDITION").ShouldBe("MaximumEventAgeInSeconds");
        Attribute(message, "RETRY_ATTEMPTS").ShouldBe("0");
    }

    [Fact]
    public void A_rate_bucket_spaces_its_slots_evenly()
    {
        var bucket = new RateBucket(new SandboxClock(_time, scale: 1));

        TimeSpan?[] waits = [.. Enumerable.Range(0, 3).Select(_ => bucket.Reserve(1, TimeSpan.MaxValue))];

        waits.ShouldBe([TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public void A_rate_bucket_lets_one_second_of_its_rate_go_at_once_after_a_pause()
    {
        var bucket = new RateBucket(new SandboxClock(_time, scale: 1));

        var immediate = Enumerable.Range(0, 20).Count(_ => bucket.Reserve(10, TimeSpan.MaxValue) == TimeSpan.Zero);

        immediate.ShouldBe(10);
    }

    [Fact]
    public void A_slot_that_is_too_far_away_is_not_taken()
    {
        var bucket = new RateBucket(new SandboxClock(_time, scale: 1));
        bucket.Reserve(1, TimeSpan.MaxValue);

        bucket.Reserve(1, TimeSpan.FromMilliseconds(900)).ShouldBeNull();

        bucket.Reserve(1, TimeSpan.MaxValue).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void The_waits_of_a_day_of_retries_are_about_those_seen_in_the_wild()
    {
        var waited = TimeSpan.Zero;
        var retries = 0;
        while (waited < TimeSpan.FromDays(1))
        {
            waited += Backoff.Before(retries++, jitter: 0.5);
        }

        retries.ShouldBeInRange(120, 145);
    }

    private static string Attribute(JsonNode message, string name) =>
        message["MessageAttributes"]![name]!["StringValue"]!.GetValue<string>();

    /// <summary>Moves the clock in small steps and lets real HTTP catch up in between.</summary>
    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        var patience = 1000;
        while (!condition())
        {
            patience--.ShouldBePositive();
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }
    }
}
