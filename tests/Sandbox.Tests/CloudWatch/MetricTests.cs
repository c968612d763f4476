using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.Sandbox.Tests.CloudWatch;

public sealed class MetricTests
{
    private const string Namespace = "Firetiger/EcsEvents";
    private static readonly DateTime Start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("Sum", 6)]
    [InlineData("SampleCount", 3)]
    [InlineData("Average", 2)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 3)]
    public async Task The_values_of_a_period_are_one_datapoint(string statistic, double expected)
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CloudWatch();
        await PutAsync(client, (0, 1), (20, 2), (59, 3), (60, 100));

        var result = await GetAsync(client, statistic, start: 0, end: 60);

        result.Timestamps.ShouldHaveSingleItem().ToUniversalTime().ShouldBe(Start);
        result.Values.ShouldBe([expected]);
    }

    [Fact]
    public async Task The_newest_period_comes_first()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CloudWatch();
        await PutAsync(client, (0, 1), (60, 2), (180, 3));

        var result = await GetAsync(client, "Sum", start: 0, end: 240);

        result.Values.ShouldBe([3, 2, 1]);
    }

    [Fact]
    public async Task Periods_go_by_with_the_time_scale()
    {
        await using var sandbox = await StartAsync(timeScale: 60);
        using var client = sandbox.CloudWatch();
        await PutAsync(client, (0, 1), (1, 2), (1, 3));

        var result = await GetAsync(client, "Sum", start: 0, end: 60);

        result.Values.ShouldBe([5, 1]);
    }

    [Fact]
    public async Task Every_set_of_dimensions_is_a_metric_of_its_own()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CloudWatch();
        await PutAsync(client, (0, 1));

        var result = await GetAsync(
            client,
            "Sum",
            start: 0,
            end: 60,
            new Dimension { Name = "StackName", Value = "s" }
        );

        result.Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_count_as_often_as_their_counts_say()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CloudWatch();
        await sandbox.CallAsync(
            "monitoring",
            "PutMetricData",
            $$"""
            {"Namespace":"{{Namespace}}","MetricData":[{"MetricName":"m","Values":[1,5],"Counts":[3,1]}]}
            """
        );

        var result = await GetAsync(client, "Average", start: 0, end: 60);

        result.Values.ShouldBe([2]);
    }

    [Fact]
    public async Task Only_services_write_metrics_of_AWS()
    {
        await using var sandbox = await StartAsync();
        const string Input = """{"Namespace":"AWS/Events","MetricData":[{"MetricName":"m","Value":1}]}""";

        await sandbox.CallAsync("monitoring", "PutMetricData", Input, new Principal.Service("events.amazonaws.com"));
        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("monitoring", "PutMetricData", Input)
        );

        error.Code.ShouldBe("InvalidParameterValueException");
        error.QueryCode.ShouldBe("InvalidParameterValue");
        error.Message.ShouldBe("The value AWS/Events for parameter Namespace is invalid.");
    }

    [Fact]
    public async Task A_role_writes_to_the_namespace_that_its_policy_names()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CloudWatch(
            await sandbox.RoleAsync(
                "redriver",
                $$$"""
                {"Effect":"Allow","Action":"cloudwatch:PutMetricData","Resource":"*",
                 "Condition":{"StringEquals":{"cloudwatch:namespace":"{{{Namespace}}}"} } }
                """
            )
        );

        await PutAsync(client, (0, 1));
        var error = await Should.ThrowAsync<AmazonCloudWatchException>(() =>
            client.PutMetricDataAsync(Datum("Another", 0, 1), TestContext.Current.CancellationToken)
        );

        error.Message.ShouldBe(
            "User: arn:aws:sts::123456789012:assumed-role/redriver/a-session is not authorized to perform: "
                + "cloudwatch:PutMetricData on resource: * because no identity-based policy allows the "
                + "cloudwatch:PutMetricData action"
        );
    }

    [Theory]
    [InlineData(-14 * 24 * 3600 - 1, false)]
    [InlineData(-14 * 24 * 3600, true)]
    [InlineData(2 * 3600, true)]
    [InlineData(2 * 3600 + 1, false)]
    public async Task A_timestamp_lies_within_two_weeks_before_and_two_hours_ahead(int offset, bool isTaken)
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CloudWatch();

        var message = await RefusalAsync(client, offset);

        (message is null).ShouldBe(isTaken);
        message?.ShouldStartWith("Timestamp must be between two weeks");
    }

    [Theory]
    [InlineData(
        """{"Id":"Q","MetricStat":{}}""",
        "The value Q for parameter MetricDataQueries.member.Id is not valid."
    )]
    [InlineData("""{"Id":"q","Expression":"a/b"}""", "The sandbox has no metric expressions.")]
    [InlineData(
        """{"Id":"q","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":90,"Stat":"Sum"}}""",
        "Period must be 1, 5, 10, 20, 30 or a multiple of 60."
    )]
    public async Task A_query_that_cannot_be_answered_is_refused(string query, string message)
    {
        await using var sandbox = await StartAsync();

        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync(
                "monitoring",
                "GetMetricData",
                $$"""{"StartTime":1,"EndTime":2,"MetricDataQueries":[{{query}}]}"""
            )
        );

        error.Message.ShouldBe(message);
    }

    private static async Task<string?> RefusalAsync(AmazonCloudWatchClient client, int offset)
    {
        try
        {
            await PutAsync(client, (offset, 1));
            return null;
        }
        catch (AmazonCloudWatchException error)
        {
            return error.Message;
        }
    }

    private static Task<RunningSandbox> StartAsync(double timeScale = 1) =>
        RunningSandbox.StartAsync(new FakeTimeProvider(new DateTimeOffset(Start)), timeScale);

    private static PutMetricDataRequest Datum(string nameSpace, int offset, double value) =>
        new()
        {
            Namespace = nameSpace,
            MetricData =
            [
                new MetricDatum
                {
                    MetricName = "m",
                    Timestamp = Start.AddSeconds(offset),
                    Value = value,
                },
            ],
        };

    private static async Task PutAsync(AmazonCloudWatchClient client, params (int Offset, double Value)[] values)
    {
        foreach (var (offset, value) in values)
        {
            await client.PutMetricDataAsync(Datum(Namespace, offset, value), TestContext.Current.CancellationToken);
        }
    }

    private static async Task<MetricDataResult> GetAsync(
        AmazonCloudWatchClient client,
        string statistic,
        int start,
        int end,
        params Dimension[] dimensions
    )
    {
        var metric = new Metric
        {
            Namespace = Namespace,
            MetricName = "m",
            Dimensions = [.. dimensions],
        };
        var response = await client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = Start.AddSeconds(start),
                EndTime = Start.AddSeconds(end),
                MetricDataQueries =
                [
                    new MetricDataQuery
                    {
                        Id = "q",
                        MetricStat = new MetricStat
                        {
                            Metric = metric,
                            Period = 60,
                            Stat = statistic,
                        },
                    },
                ],
            },
            TestContext.Current.CancellationToken
        );
        return response.MetricDataResults.ShouldHaveSingleItem();
    }
}
