using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.CloudWatch;

public sealed class AlarmRuleTests
{
    private const string Plain = """
        {"AlarmName":"a","EvaluationPeriods":3,"DatapointsToAlarm":2,"ComparisonOperator":"GreaterThanThreshold","Threshold":1,
         "Namespace":"n","MetricName":"m","Statistic":"Sum","Period":300,"TreatMissingData":"notBreaching"}
        """;

    private const string ByExpression = """
        {"AlarmName":"a","EvaluationPeriods":3,"ComparisonOperator":"GreaterThanThreshold","Threshold":1,"Metrics":[
          {"Id":"judged","Expression":"IF(FILL(m1, 0) > 0 OR m2 == 1, 1, 0)"},
          {"Id":"m1","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"n","MetricName":"m"},"Period":60,"Stat":"Sum"}},
          {"Id":"m2","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"n","MetricName":"m"},"Period":60,"Stat":"Sum"}}]}
        """;

    [Theory]
    [InlineData(Plain)]
    [InlineData(ByExpression)]
    public async Task An_alarm_that_can_be_evaluated_is_taken(string alarm)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.CallAsync("monitoring", "PutMetricAlarm", alarm);

        var described = await sandbox.CallAsync("monitoring", "DescribeAlarms", "{}");
        described["MetricAlarms"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Plain, "\"GreaterThanThreshold\"", "\"Greater\"", "not a valid value for ComparisonOperator")]
    [InlineData(Plain, "\"notBreaching\"", "\"quiet\"", "not a valid value for TreatMissingData")]
    [InlineData(Plain, "\"Sum\"", "\"Total\"", "not a valid value for Statistic")]
    [InlineData(Plain, "\"Period\":300", "\"Period\":90", "Invalid Period: 90")]
    [InlineData(Plain, "\"EvaluationPeriods\":3", "\"EvaluationPeriods\":300", "more than a day")]
    [InlineData(Plain, "\"DatapointsToAlarm\":2", "\"DatapointsToAlarm\":4", "exceeds EvaluationPeriods")]
    [InlineData(Plain, "\"Period\":300", "\"Period\":300,\"AlarmActions\":[\"me\"]", "Invalid arn syntax: me")]
    [InlineData(ByExpression, "FILL(m1, 0)", "FILL(m3, 0)", "m3 is not known")]
    [InlineData(ByExpression, "\"Id\":\"m2\"", "\"Id\":\"m1\"", "must differ")]
    [InlineData(ByExpression, "\"Id\":\"m2\"", "\"Id\":\"M2\"", "lower-case")]
    [InlineData(ByExpression, "\"Id\":\"m1\",\"ReturnData\":false", "\"Id\":\"m1\"", "Exactly one")]
    [InlineData(ByExpression, "\"Period\":60,\"Stat\":\"Sum\"}},", "\"Period\":120,\"Stat\":\"Sum\"}},", "one Period")]
    public async Task An_alarm_that_CloudWatch_refuses_is_refused(string alarm, string right, string wrong, string why)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        alarm.ShouldContain(right);
        var put = () =>
            sandbox.CallAsync("monitoring", "PutMetricAlarm", alarm.Replace(right, wrong, StringComparison.Ordinal));

        var error = await Should.ThrowAsync<AwsException>(put);
        error.Code.ShouldBe("InvalidParameterValueException");
        error.Message.ShouldContain(why);
    }
}
