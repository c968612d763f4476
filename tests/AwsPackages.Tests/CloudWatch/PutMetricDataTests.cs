using System.Net;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Firetiger.AwsPackages.Tests.Wire;

namespace Firetiger.AwsPackages.Tests.CloudWatch;

public sealed class PutMetricDataTests
{
    [Fact]
    public async Task Every_member_reaches_the_wire_under_its_name()
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.CloudWatch();

        await client.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "Firetiger",
                MetricData = [Datum()],
                EntityMetricData = [OfAnEntity()],
                StrictEntityValidation = true,
            },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldEndWith("PutMetricData");
        server.Calls.Single().Authorization.ShouldContain("/eu-west-1/monitoring/aws4_request");
        server
            .Calls.Single()
            .Members.ShouldBeJson(
                """
                {
                  "Namespace": "Firetiger",
                  "MetricData": [
                    {
                      "MetricName": "Redriven",
                      "Dimensions": [{ "Name": "Stack", "Value": "s" }],
                      "Timestamp": 1740830400,
                      "Value": 1.5,
                      "StatisticValues": { "SampleCount": 2.5, "Sum": 3.5, "Minimum": 0.5, "Maximum": 4.5 },
                      "Values": [1.5, 2.5],
                      "Counts": [3.5, 4.5],
                      "Unit": "Count/Second",
                      "StorageResolution": 60
                    }
                  ],
                  "EntityMetricData": [
                    {
                      "Entity": { "KeyAttributes": { "Type": "Service" }, "Attributes": { "Platform": "Lambda" } },
                      "MetricData": [{ "MetricName": "Waiting" }]
                    }
                  ],
                  "StrictEntityValidation": true
                }
                """
            );
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(500, true)]
    public async Task A_large_body_is_compressed(int metrics, bool isGzip)
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.CloudWatch();
        var data = Enumerable.Range(0, metrics).Select(_ => new MetricDatum { MetricName = "AMetricOfSomeLength" });

        await client.PutMetricDataAsync(
            new PutMetricDataRequest { Namespace = "Firetiger", MetricData = [.. data] },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().IsGzip.ShouldBe(isGzip);
        server.Calls.Single().Members["MetricData"]!.AsArray().Count.ShouldBe(metrics);
    }

    [Fact]
    public async Task An_undeclared_error_has_the_code_of_the_query_protocol()
    {
        var answer = WireAnswer.Fault("com.amazonaws.cloudwatch#SomethingNew", "no") with
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["x-amzn-query-error"] = "SomethingOld;Sender",
            },
        };
        await using var server = await WireServer.StartAsync(answer);
        using var client = server.CloudWatch();

        var error = await Should.ThrowAsync<AmazonCloudWatchException>(() =>
            client.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "Firetiger" })
        );

        error.ErrorCode.ShouldBe("SomethingOld");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static MetricDatum Datum() =>
        new()
        {
            MetricName = "Redriven",
            Dimensions = [new Dimension { Name = "Stack", Value = "s" }],
            Timestamp = new DateTime(2025, 3, 1, 12, 0, 0, DateTimeKind.Utc),
            Value = 1.5,
            StatisticValues = new StatisticSet
            {
                SampleCount = 2.5,
                Sum = 3.5,
                Minimum = 0.5,
                Maximum = 4.5,
            },
            Values = [1.5, 2.5],
            Counts = [3.5, 4.5],
            Unit = StandardUnit.CountSecond,
            StorageResolution = 60,
        };

    private static EntityMetricData OfAnEntity() =>
        new()
        {
            Entity = new Entity
            {
                KeyAttributes = new() { ["Type"] = "Service" },
                Attributes = new() { ["Platform"] = "Lambda" },
            },
            MetricData = [new MetricDatum { MetricName = "Waiting" }],
        };
}
