using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace Firetiger.AwsPackages.Tests.Lambda;

public sealed class SerializerTests
{
    [Fact]
    public void An_event_of_a_queue_is_read_whole()
    {
        var payload = """
            {
              "Records": [
                {
                  "messageId": "m-1",
                  "receiptHandle": "handle",
                  "body": "{}",
                  "attributes": { "ApproximateReceiveCount": "1" },
                  "messageAttributes": {
                    "ERROR_CODE": { "stringValue": "SDK_CLIENT_ERROR", "dataType": "String" },
                    "RAW": { "binaryValue": "AQI=", "dataType": "Binary" }
                  },
                  "md5OfBody": "99914b932bd37a50b983c5e7c90ae93b",
                  "md5OfMessageAttributes": "d41d8cd98f00b204e9800998ecf8427e",
                  "eventSource": "aws:sqs",
                  "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:dead",
                  "awsRegion": "eu-west-1"
                }
              ]
            }
            """;

        var message = Read<SQSEvent>(payload).Records.Single();

        (message.MessageId, message.ReceiptHandle, message.Body).ShouldBe(("m-1", "handle", "{}"));
        message.Attributes["ApproximateReceiveCount"].ShouldBe("1");
        message.MessageAttributes["ERROR_CODE"].StringValue.ShouldBe("SDK_CLIENT_ERROR");
        message.MessageAttributes["ERROR_CODE"].DataType.ShouldBe("String");
        message.MessageAttributes["RAW"].BinaryValue.ToArray().ShouldBe(new byte[] { 1, 2 });
        message.Md5OfBody.ShouldBe("99914b932bd37a50b983c5e7c90ae93b");
        message.Md5OfMessageAttributes.ShouldBe("d41d8cd98f00b204e9800998ecf8427e");
        (message.EventSource, message.AwsRegion).ShouldBe(("aws:sqs", "eu-west-1"));
        message.EventSourceArn.ShouldBe("arn:aws:sqs:eu-west-1:123456789012:dead");
    }

    [Fact]
    public void An_event_without_records_has_null() => Read<SQSEvent>("{}").Records.ShouldBeNull();

    [Fact]
    public void A_batch_response_has_the_names_that_Lambda_reads() =>
        Write(new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "m-1" }]))
            .ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"m-1"}]}""");

    [Fact]
    public void A_batch_response_without_failures_deletes_every_message() =>
        Write(new SQSBatchResponse([])).ShouldBe("""{"batchItemFailures":[]}""");

    [Fact]
    public void Names_are_written_unchanged_and_read_in_any_case()
    {
        Write(new Order("a", 1)).ShouldBe("""{"Name":"a","Count":1}""");
        Read<Order>("""{"NAME":"a","count":1}""").ShouldBe(new Order("a", 1));
    }

    [Fact]
    public void A_caller_may_change_the_options()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<PayloadContext>(
            (JsonSerializerOptions options) => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase
        );

        Write(new Order("a", 1), serializer).ShouldBe("""{"name":"a","count":1}""");
    }

    [Fact]
    public void A_payload_that_is_not_JSON_is_refused_with_the_cause()
    {
        var error = Should.Throw<JsonSerializerException>(() => Read<Order>("{"));

        error.InnerException.ShouldBeAssignableTo<JsonException>();
        error.Message.ShouldContain(typeof(Order).FullName!);
    }

    [Fact]
    public void A_type_that_the_context_does_not_list_is_refused() =>
        Should.Throw<JsonSerializerException>(() => Read<FakeInvocation>("{}"));

    private static T Read<T>(string json)
    {
        using var payload = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new SourceGeneratorLambdaJsonSerializer<PayloadContext>().Deserialize<T>(payload);
    }

    private static string Write<T>(T value, SourceGeneratorLambdaJsonSerializer<PayloadContext>? serializer = null)
    {
        using var payload = new MemoryStream();
        (serializer ?? new SourceGeneratorLambdaJsonSerializer<PayloadContext>()).Serialize(value, payload);
        return Encoding.UTF8.GetString(payload.ToArray());
    }
}
