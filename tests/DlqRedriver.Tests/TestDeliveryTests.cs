using System.Text.Json.Nodes;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>What an installer learns from <c>testDelivery</c>.</summary>
public sealed class TestDeliveryTests
{
    [Fact]
    public async Task A_marked_event_goes_the_way_of_copies_and_arrives()
    {
        await using var redriving = await StartAsync(attempts: 1, successes: 1);

        var report = await redriving.RunAsync(new TestDeliveryRequest());

        report.StoppedBecause.ShouldBe(StopReason.Done);
        report.Test!.Outcome.ShouldBe(TestOutcome.Arrived);
        var sent = redriving.Aws.EventBridge.Details.ShouldHaveSingleItem()["event"]!;
        ((string)sent["source"]!).ShouldBe("firetiger.test");
        ((Guid)sent["id"]!).ShouldBe(report.Test.Id);
        ((string)sent["detail"]!["stackName"]!).ShouldBe("stack");
    }

    [Theory]
    [InlineData("SDK_CLIENT_ERROR", "The endpoint answered 401 Unauthorized", 401, "FiretigerPassword")]
    [InlineData("SDK_CLIENT_ERROR", "status code: 404", 404, "FiretigerEndpoint")]
    [InlineData("SDK_CLIENT_ERROR", "429", 429, "InvocationRatePerSecond")]
    [InlineData("ERROR_FROM_TARGET", "HTTP 503", 503, "Nothing is lost")]
    [InlineData("SDK_CLIENT_ERROR", "413", 413, "refused the event with 413")]
    [InlineData("CONNECTION_FAILURE", "no such host", null, "could not be reached")]
    [InlineData("UNKNOWN", "Timeout calling endpoint for API Destination.", null, "within 5 seconds")]
    [InlineData("NO_PERMISSIONS", "not allowed", null, "action status")]
    [InlineData("SDK_CLIENT_ERROR", "failed", null, "tells no HTTP status")]
    public async Task An_event_that_comes_back_tells_what_to_mend(string code, string words, int? status, string advice)
    {
        await using var redriving = await StartAsync(attempts: 1, successes: 0);
        redriving.Aws.DeadLetter("other");
        var id = Guid.CreateVersion7();
        DeadLetterTest(redriving, id, FakeSqs.DeadLetters, code, words);

        var report = await redriving.RunAsync(new TestDeliveryRequest { Id = id });

        report.Test!.Outcome.ShouldBe(TestOutcome.Failed);
        report.Test.ErrorCode.ShouldBe(code);
        report.Test.HttpStatus.ShouldBe(status);
        report.Test.Advice.ShouldContain(advice);
        redriving.Aws.EventBridge.Accepted.ShouldBeEmpty();
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBe(["other"]);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].HiddenFor.ShouldBeNull();
        redriving.Log.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_test_that_a_run_quarantined_meanwhile_is_found_there()
    {
        await using var redriving = await StartAsync(attempts: 3, successes: 0);
        var id = Guid.CreateVersion7();
        DeadLetterTest(redriving, id, FakeSqs.DeadLetters, "SDK_CLIENT_ERROR", "401");

        var run = await redriving.RunAsync();
        var test = await redriving.RunAsync(new TestDeliveryRequest { Id = id });

        run.QuarantineReasons!["TestDeliveryFailed"].ShouldBe(1);
        test.Test!.HttpStatus.ShouldBe(401);
        redriving.InQueue(FakeSqs.Quarantine).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, nameof(TestOutcome.Pending))]
    [InlineData(2, nameof(TestOutcome.Failing))]
    public async Task A_test_without_an_end_says_how_to_ask_again(int attempts, string outcome)
    {
        await using var redriving = await StartAsync(attempts, successes: 0);

        var report = await redriving.RunToTheEndAsync(new TestDeliveryRequest());

        report.Test!.Outcome.ToString().ShouldBe(outcome);
        report.Test.Advice.ShouldContain($$"""{"action":"testDelivery","id":"{{report.Test.Id}}"}""");
    }

    [Fact]
    public async Task What_arrived_before_in_the_same_minute_is_not_taken_for_the_test()
    {
        await using var redriving = await StartAsync(attempts: 1, successes: 1);
        // At the start of a minute, so that none ends meanwhile.
        redriving.AdvanceTo(TimeSpan.FromSeconds(60 - redriving.Time.GetUtcNow().Second));
        var redriver = redriving.Redriver();
        redriving.Aws.DeadLetter("e-1");
        await redriving.RunAsync(redriver, new RedriveRequest());

        var report = await redriving.RunToTheEndAsync(redriver, new TestDeliveryRequest());

        report.Test!.Outcome.ShouldBe(TestOutcome.Pending);
        report.Test.Advice.ShouldContain("does not tell them apart");
        report.Test.Advice.ShouldContain($$"""{"action":"testDelivery","id":"{{report.Test.Id}}"}""");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task While_copies_of_before_may_still_be_tried_nothing_is_told_for_sure(int successes)
    {
        await using var redriving = await StartAsync(attempts: 1, successes);
        redriving.Aws.CloudWatch.Values["attemptsBefore"] = 3;

        var report = await redriving.RunToTheEndAsync(new TestDeliveryRequest());

        report.Test!.Outcome.ShouldBe(TestOutcome.Pending);
    }

    [Theory]
    [InlineData(5, 5, nameof(TestOutcome.Arrived), "took the event")]
    [InlineData(5, 4, nameof(TestOutcome.Pending), "Unless an earlier answer told of its failure, it arrived")]
    [InlineData(0, 0, nameof(TestOutcome.Pending), "shows no attempt")]
    public async Task A_test_that_did_not_come_back_in_time_is_judged_by_that(
        int attempts,
        int successes,
        string outcome,
        string advice
    )
    {
        await using var redriving = await StartAsync(attempts, successes);
        redriving.Aws.CloudWatch.Values["attemptsBefore"] = 3;
        var id = Guid.CreateVersion7(redriving.Time.GetUtcNow() - TimeSpan.FromMinutes(21));

        var report = await redriving.RunAsync(new TestDeliveryRequest { Id = id });

        report.Test!.Outcome.ToString().ShouldBe(outcome);
        report.Test.Advice.ShouldContain(advice);
    }

    [Fact]
    public async Task A_test_among_too_many_messages_tells_what_these_failed_for()
    {
        await using var redriving = await StartAsync(attempts: 3, successes: 0);
        for (var index = 0; index < 150; index++)
        {
            redriving.Aws.DeadLetter($"e-{index}", errorMessage: index < 20 ? "status code: 503" : "status code: 401");
        }

        var report = await redriving.RunToTheEndAsync(new TestDeliveryRequest());

        report.Test!.Outcome.ShouldBe(TestOutcome.Failing);
        report.Test.Advice.ShouldContain(
            "Most messages that wait say: HTTP 401. The endpoint refused the credentials."
        );
    }

    [Fact]
    public async Task Nothing_is_sent_over_a_broken_route()
    {
        await using var redriving = await StartAsync(attempts: 0, successes: 0);
        redriving.Aws.EventBridge.ConnectionState = "DEAUTHORIZED";

        var report = await redriving.RunAsync(new TestDeliveryRequest());

        report.StoppedBecause.ShouldBe(StopReason.RouteProblem);
        report.Test.ShouldBeNull();
        redriving.Aws.EventBridge.Puts.ShouldBe(0);
    }

    [Fact]
    public async Task An_event_that_EventBridge_refuses_is_a_fault()
    {
        await using var redriving = await StartAsync(attempts: 0, successes: 0);
        redriving.Aws.EventBridge.ErrorOf = _ => "NotAuthorizedForSourceException";

        var report = await redriving.RunAsync(new TestDeliveryRequest());

        report.StoppedBecause.ShouldBe(StopReason.AwsFault);
        report.Fault.ShouldBe("PutEvents: NotAuthorizedForSourceException");
    }

    private static async Task<TimedRedriving> StartAsync(double attempts, double successes)
    {
        var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Values["attempts"] = attempts;
        redriving.Aws.CloudWatch.Values["successes"] = successes;
        return redriving;
    }

    private static void DeadLetterTest(TimedRedriving redriving, Guid id, string queue, string code, string words) =>
        redriving.Aws.DeadLetter(
            "test",
            new JsonObject { ["id"] = id, ["source"] = "firetiger.test" }.ToJsonString(),
            code,
            queue: queue,
            errorMessage: $"canary {words}"
        );
}
