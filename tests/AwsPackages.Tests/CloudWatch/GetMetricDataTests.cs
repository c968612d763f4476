using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Firetiger.AwsPackages.Tests.Wire;

namespace Firetiger.AwsPackages.Tests.CloudWatch;

public sealed class GetMetricDataTests
{
    private static readonly DateTimeOffset _time = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_member_of_the_request_reaches_the_wire_under_its_name()
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.CloudWatch();

        await client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                MetricDataQueries = [OfAMetric(), OfAnExpression()],
                StartTime = _time.UtcDateTime,
                EndTime = _time.UtcDateTime.AddMinutes(1),
                NextToken = "n",
                ScanBy = ScanBy.TimestampAscending,
                MaxDatapoints = 100,
                LabelOptions = new LabelOptions { Timezone = "+0100" },
            },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldEndWith("GetMetricData");
        server
            .Calls.Single()
            .Members.ShouldBeJson(
                """
                {
                  "MetricDataQueries": [
                    {
                      "Id": "m1",
                      "MetricStat": {
                        "Metric": {
                          "Namespace": "AWS/Events",
                          "MetricName": "Invocations",
                          "Dimensions": [{ "Name": "RuleName", "Value": "r" }]
                        },
                        "Period": 60,
                        "Stat": "Sum",
                        "Unit": "Count"
                      },
                      "ReturnData": false
                    },
                    { "Id": "e1", "Expression": "m1*2", "Label": "twice", "Period": 300, "AccountId": "123456789012" }
                  ],
                  "StartTime": 1740830400,
                  "EndTime": 1740830460,
                  "NextToken": "n",
                  "ScanBy": "TimestampAscending",
                  "MaxDatapoints": 100,
                  "LabelOptions": { "Timezone": "+0100" }
                }
                """
            );
    }

    [Fact]
    public async Task Every_member_of_the_response_is_read()
    {
        await using var server = await WireServer.StartAsync(
            new WireAnswer(
                new JsonObject
                {
                    ["NextToken"] = "more",
                    ["Messages"] = new JsonArray(new JsonObject { ["Code"] = "c", ["Value"] = "v" }),
                    ["MetricDataResults"] = new JsonArray(
                        new JsonObject
                        {
                            ["Id"] = "m1",
                            ["Label"] = "Invocations",
                            ["Timestamps"] = new JsonArray(_time, _time.AddMinutes(1)),
                            ["Values"] = new JsonArray(1.5, 2.5),
                            ["StatusCode"] = "PartialData",
                            ["Messages"] = new JsonArray(new JsonObject { ["Code"] = "d", ["Value"] = "w" }),
                        }
                    ),
                }
            )
        );
        using var client = server.CloudWatch();

        var response = await client.GetMetricDataAsync(
            new GetMetricDataRequest(),
            TestContext.Current.CancellationToken
        );

        response.NextToken.ShouldBe("more");
        response.Messages.Select(message => (message.Code, message.Value)).ShouldBe([("c", "v")]);
        var result = response.MetricDataResults.Single();
        (result.Id, result.Label, result.StatusCode).ShouldBe(("m1", "Invocations", StatusCode.PartialData));
        result.Timestamps.ShouldBe([_time.UtcDateTime, _time.UtcDateTime.AddMinutes(1)]);
        result.Values.ShouldBe([1.5, 2.5]);
        result.Messages.Select(message => (message.Code, message.Value)).ShouldBe([("d", "w")]);
    }

    [Fact]
    public async Task A_wrong_page_token_is_its_own_exception()
    {
        await using var server = await WireServer.StartAsync(
            WireAnswer.Fault("com.amazonaws.cloudwatch#InvalidNextToken", "wrong")
        );
        using var client = server.CloudWatch();

        var error = await Should.ThrowAsync<InvalidNextTokenException>(() =>
            client.GetMetricDataAsync(new GetMetricDataRequest { NextToken = "wrong" })
        );

        error.Message.ShouldBe("wrong");
    }

    private static MetricDataQuery OfAMetric() =>
        new()
        {
            Id = "m1",
            MetricStat = new MetricStat
            {
                Metric = new Metric
                {
                    Namespace = "AWS/Events",
                    MetricName = "Invocations",
                    Dimensions = [new Dimension { Name = "RuleName", Value = "r" }],
                },
                Period = 60,
                Stat = "Sum",
                Unit = StandardUnit.Count,
            },
            ReturnData = false,
        };

    private static MetricDataQuery OfAnExpression() =>
        new()
        {
            Id = "e1",
            Expression = "m1*2",
            Label = "twice",
            Period = 300,
            AccountId = "123456789012",
        };
}
