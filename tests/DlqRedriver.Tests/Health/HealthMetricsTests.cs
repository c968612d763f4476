using Amazon.CloudWatch.Model;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests.Health;

/// <summary>What CloudWatch is asked, and what its silence means.</summary>
public sealed class HealthMetricsTests
{
    [Fact]
    public async Task One_request_asks_for_both_rules_and_both_queues()
    {
        await using var redriving = await TimedRedriving.StartAsync();

        await redriving.RunAsync(new StatusRequest());

        redriving
            .Metrics.Questions.ShouldHaveSingleItem()
            .MetricDataQueries.Select(Words)
            .ShouldBe([
                "liveAttempts: Sum of AWS/Events InvocationAttempts RuleName=live-rule per 60 s",
                "liveSuccesses: Sum of AWS/Events SuccessfulInvocationAttempts RuleName=live-rule per 60 s",
                "redriveAttempts: Sum of AWS/Events InvocationAttempts EventBusName=redrive-bus,RuleName=redrive-rule per 60 s",
                "redriveSuccesses: Sum of AWS/Events SuccessfulInvocationAttempts EventBusName=redrive-bus,RuleName=redrive-rule per 60 s",
                "deadLetterAge: Maximum of AWS/SQS ApproximateAgeOfOldestMessage QueueName=dead-letters per 60 s",
                "quarantineAge: Maximum of AWS/SQS ApproximateAgeOfOldestMessage QueueName=quarantine per 60 s",
            ]);
    }

    [Fact]
    public async Task The_window_ends_two_minutes_ago_because_metrics_are_late()
    {
        await using var redriving = await TimedRedriving.StartAsync();

        await redriving.RunAsync(new StatusRequest());

        var now = redriving.Time.GetUtcNow().UtcDateTime;
        var question = redriving.Metrics.Questions.ShouldHaveSingleItem();
        question.EndTime.ShouldBe(now.AddMinutes(-2));
        question.StartTime.ShouldBe(now.AddMinutes(-12));
    }

    [Fact]
    public async Task A_test_asks_from_its_own_minute_on()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Values["attempts"] = 1;
        redriving.Aws.CloudWatch.Values["successes"] = 1;

        await redriving.RunAsync(new TestDeliveryRequest());

        var start = redriving.Metrics.Questions[0].StartTime!.Value;
        start.Second.ShouldBe(0);
        (redriving.Time.GetUtcNow().UtcDateTime - start).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Metrics_without_data_are_zero_and_ages_without_data_unknown()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Values.Clear();

        var report = await redriving.RunAsync(new StatusRequest());

        report.Gate!.State.ShouldBe(GateState.Unknown);
        report.Gate.Live.ShouldBe(RuleInvocations.None);
        report.Queues!.DeadLetter.OldestAgeSeconds.ShouldBeNull();
    }

    [Theory]
    [InlineData("InternalError")]
    [InlineData("Forbidden")]
    public async Task A_metric_that_could_not_be_read_is_not_taken_for_zero(string statusCode)
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.StatusCode = statusCode;

        var report = await redriving.RunAsync(new StatusRequest());

        report.Gate!.State.ShouldBe(GateState.MetricsUnavailable);
        report.Fault.ShouldBe($"GetMetricData: {statusCode} (HTTP 200)");
    }

    private static string Words(MetricDataQuery query) =>
        $"{query.Id}: {query.MetricStat.Stat} of {query.MetricStat.Metric.Namespace} {query.MetricStat.Metric.MetricName} "
        + string.Join(
            ',',
            query.MetricStat.Metric.Dimensions.Select(dimension => $"{dimension.Name}={dimension.Value}")
        )
        + $" per {query.MetricStat.Period} s";
}
