using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.CloudWatch;

public sealed class AlarmTests
{
    private const string Alarm = """
        {"AlarmName":"a","EvaluationPeriods":2,"ComparisonOperator":"GreaterThanThreshold","Threshold":1,"MetricName":"m"}
        """;

    [Fact]
    public async Task An_alarm_is_kept_with_its_members_until_it_is_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.CallAsync("monitoring", "PutMetricAlarm", Alarm);
        var described = await sandbox.CallAsync("monitoring", "DescribeAlarms", """{"AlarmNames":["a"]}""");
        await sandbox.CallAsync("monitoring", "DeleteAlarms", """{"AlarmNames":["a"]}""");
        var after = await sandbox.CallAsync("monitoring", "DescribeAlarms", "{}");

        var alarm = described["MetricAlarms"]!.AsArray().ShouldHaveSingleItem()!;
        alarm["AlarmArn"]!.GetValue<string>().ShouldBe("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a");
        alarm["StateValue"]!.GetValue<string>().ShouldBe("INSUFFICIENT_DATA");
        alarm["EvaluationPeriods"]!.GetValue<int>().ShouldBe(2);
        after["MetricAlarms"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("INSUFFICIENT_DATA", 1)]
    [InlineData("ALARM", 0)]
    public async Task Alarms_are_found_by_their_state(string state, int count)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync("monitoring", "PutMetricAlarm", Alarm);

        var found = await sandbox.CallAsync("monitoring", "DescribeAlarms", $$"""{"StateValue":"{{state}}"}""");

        found["MetricAlarms"]!.AsArray().Count.ShouldBe(count);
    }

    [Fact]
    public async Task An_alarm_without_a_comparison_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("monitoring", "PutMetricAlarm", """{"AlarmName":"a","EvaluationPeriods":1}""")
        );

        error.Code.ShouldBe("MissingRequiredParameterException");
        error.Message.ShouldBe("The parameter ComparisonOperator is required.");
    }

    [Fact]
    public async Task A_dashboard_is_kept_until_it_is_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.CallAsync(
            "monitoring",
            "PutDashboard",
            """{"DashboardName":"d","DashboardBody":"{\"widgets\":[]}"}"""
        );
        var shown = await sandbox.CallAsync("monitoring", "GetDashboard", """{"DashboardName":"d"}""");
        await sandbox.CallAsync("monitoring", "DeleteDashboards", """{"DashboardNames":["d"]}""");
        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("monitoring", "GetDashboard", """{"DashboardName":"d"}""")
        );

        shown["DashboardBody"]!.GetValue<string>().ShouldBe("""{"widgets":[]}""");
        error.Message.ShouldBe("Dashboard d does not exist");
    }

    [Fact]
    public async Task A_dashboard_that_is_no_JSON_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("monitoring", "PutDashboard", """{"DashboardName":"d","DashboardBody":"{"}""")
        );

        error.Code.ShouldBe("DashboardInvalidInputError");
        error.Message.ShouldStartWith("The field DashboardBody must be a valid JSON object.");
    }
}
