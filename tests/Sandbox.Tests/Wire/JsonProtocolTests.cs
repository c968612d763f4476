using System.Net;

namespace Firetiger.Sandbox.Tests.Wire;

public sealed class JsonProtocolTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"QueueName":"a","QueueName":"b"}""")]
    [InlineData("""{"QueueName":7}""")]
    [InlineData("""{"QueueName":"a","Attributes":{"DelaySeconds":5}}""")]
    [InlineData("""{"QueueName":"a","Attributes":[]}""")]
    [InlineData("""{"QueueName":"\ud800"}""")]
    [InlineData("""{"\ud800":"a"}""")]
    public async Task Bad_input_is_a_SerializationException(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.JsonAsync("sqs", "AmazonSQS.CreateQueue", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync())["__type"]!.GetValue<string>().ShouldBe("SerializationException");
    }

    [Fact]
    public async Task An_error_has_the_Query_protocols_code_in_a_header()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.JsonAsync("sqs", "AmazonSQS.GetQueueUrl", """{"QueueName":"none"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Header("x-amzn-query-error").ShouldBe("AWS.SimpleQueueService.NonExistentQueue;Sender");
        var error = await response.JsonAsync();
        error["__type"]!.GetValue<string>().ShouldBe("QueueDoesNotExist");
        error["message"]!.GetValue<string>().ShouldBe("The specified queue does not exist.");
    }

    [Fact]
    public async Task Every_answer_has_a_request_id()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var good = await sandbox.JsonAsync("sqs", "AmazonSQS.ListQueues", "{}");
        var bad = await sandbox.JsonAsync("sqs", "AmazonSQS.GetQueueUrl", "{}");

        Guid.TryParse(good.Header("x-amzn-RequestId"), out var first).ShouldBeTrue();
        Guid.TryParse(bad.Header("x-amzn-RequestId"), out var second).ShouldBeTrue();
        second.ShouldNotBe(first);
    }

    [Theory]
    [InlineData("sqs", "AmazonSQS.StartMessageMoveTask", "The sandbox has no operation sqs:StartMessageMoveTask")]
    [InlineData("sqs", "AWSEvents.PutEvents", "X-Amz-Target 'AWSEvents.PutEvents' names no operation of sqs")]
    [InlineData("kms", "TrentService.Encrypt", "The sandbox has no service kms on this path")]
    public async Task What_the_sandbox_lacks_is_a_clear_error(string service, string target, string message)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.JsonAsync(service, target, """{"QueueUrl":"x"}""");

        var error = await response.JsonAsync();
        error["__type"]!.GetValue<string>().ShouldBe("UnknownOperationException");
        error["message"]!.GetValue<string>().ShouldBe(message);
    }

    [Fact]
    public async Task A_timestamp_is_epoch_seconds()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
                DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_250)
            )
        );
        await sandbox.CallAsync(
            "monitoring",
            "PutMetricAlarm",
            """{"AlarmName":"a","EvaluationPeriods":1,"ComparisonOperator":"LessThanThreshold","MetricName":"m"}"""
        );

        var response = await sandbox.JsonAsync("monitoring", "GraniteServiceVersion20100801.DescribeAlarms", "{}");

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        body.ShouldContain("\"StateUpdatedTimestamp\":1700000000.25}");
    }
}
