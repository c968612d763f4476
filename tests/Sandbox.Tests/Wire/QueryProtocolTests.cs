using System.Net;

namespace Firetiger.Sandbox.Tests.Wire;

public sealed class QueryProtocolTests
{
    private const string Queue = "/123456789012/a-queue";

    [Fact]
    public async Task A_queues_attributes_are_read_from_numbered_parameters()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var created = await sandbox.QueryAsync(
            "sqs",
            "/",
            "Action=CreateQueue&QueueName=a-queue&Attribute.1.Name=DelaySeconds&Attribute.1.Value=7"
        );
        var shown = await sandbox.QueryAsync("sqs", Queue, "Action=GetQueueAttributes&AttributeName.1=DelaySeconds");

        (await created.XmlAsync()).Text("QueueUrl").ShouldBe(new Uri(sandbox.Host.Endpoint, Queue).AbsoluteUri);
        var attribute = await shown.XmlAsync();
        attribute.Name.ShouldBe("{http://queue.amazonaws.com/doc/2012-11-05/}GetQueueAttributesResponse");
        attribute.Text("Name").ShouldBe("DelaySeconds");
        attribute.Text("Value").ShouldBe("7");
    }

    [Fact]
    public async Task A_message_and_its_attributes_go_through_flattened_lists()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync("sqs", "CreateQueue", """{"QueueName":"a-queue"}""");

        var sent = await sandbox.QueryAsync(
            "sqs",
            Queue,
            "Action=SendMessageBatch&SendMessageBatchRequestEntry.1.Id=x&SendMessageBatchRequestEntry.1.MessageBody=a%26b"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=color"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue=red"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=String"
        );
        var received = await sandbox.QueryAsync(
            "sqs",
            Queue,
            "Action=ReceiveMessage&MaxNumberOfMessages=10&MessageAttributeName.1=All&AttributeName.1=All"
        );

        (await sent.XmlAsync()).Text("Id").ShouldBe("x");
        var message = await received.XmlAsync();
        message.Text("Body").ShouldBe("a&b");
        message.Text("StringValue").ShouldBe("red");
        message.Descendants().Count(element => element.Is("Attribute")).ShouldBe(4);
    }

    [Fact]
    public async Task An_error_has_the_Query_protocols_code()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.QueryAsync("sqs", Queue, "Action=ReceiveMessage");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await response.XmlAsync();
        error.Name.ShouldBe("ErrorResponse");
        error.Text("Type").ShouldBe("Sender");
        error.Text("Code").ShouldBe("AWS.SimpleQueueService.NonExistentQueue");
        error.Text("Message").ShouldBe("The specified queue does not exist.");
        error.Text("RequestId").ShouldBe(response.Header("x-amzn-RequestId"));
    }

    [Theory]
    [InlineData("Action=ReceiveMessage&MaxNumberOfMessages=ten", "MaxNumberOfMessages is not a number")]
    [InlineData("Action=CreateQueue&QueueName=a&QueueName.1=b", "QueueName.1 is both a value and a structure")]
    [InlineData("Action=TagQueue&Tag.one.Key=a", "'one' is not the index of a list's item")]
    public async Task A_parameter_that_cannot_be_read_is_a_SerializationException(string form, string message)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.QueryAsync("sqs", Queue, form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await response.XmlAsync();
        error.Text("Code").ShouldBe("SerializationException");
        error.Text("Message").ShouldBe(message);
    }

    [Fact]
    public async Task An_empty_list_is_an_empty_value()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var template = Uri.EscapeDataString("""{"Resources":{"Queue":{"Type":"AWS::SQS::Queue"}}}""");

        var response = await sandbox.QueryAsync(
            "cloudformation",
            "/",
            $"Action=CreateStack&StackName=s&TemplateBody={template}&Tags=&Capabilities=&Parameters="
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CloudWatch_is_told_a_dimensions_value_from_a_metrics_value()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var response = await sandbox.QueryAsync(
            "monitoring",
            "/",
            "Action=PutMetricData&Namespace=N&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1.5"
                + "&MetricData.member.1.Dimensions.member.1.Name=d&MetricData.member.1.Dimensions.member.1.Value=7"
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var listed = await sandbox.QueryAsync("monitoring", "/", "Action=ListMetrics&Namespace=N");
        (await listed.XmlAsync()).Text("Value").ShouldBe("7");
    }
}
