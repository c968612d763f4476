using Amazon.SQS;
using Amazon.SQS.Model;

namespace Firetiger.Sandbox.Tests.Sqs;

public sealed class SendingTests
{
    [Fact]
    public async Task A_message_keeps_its_attributes_and_their_digest_is_the_one_AWSs_client_computes()
    {
        await using var queue = await OneQueue.StartAsync();
        using var bytes = new MemoryStream([1, 2, 3]);
        var request = new SendMessageRequest(queue.Url, "\u00fc \ud83d\udc05")
        {
            MessageAttributes = new()
            {
                ["RULE_ARN"] = new() { DataType = "String", StringValue = "arn:aws:events" },
                ["attempts"] = new() { DataType = "Number.int", StringValue = "3" },
                ["bytes"] = new() { DataType = "Binary", BinaryValue = bytes },
            },
        };

        // The client compares both digests with its own and throws when they differ.
        var sent = await queue.Client.SendMessageAsync(request, OneQueue.Token);
        var message = await queue.ReceiveOneAsync();

        sent.MD5OfMessageAttributes.ShouldBe(message.MD5OfMessageAttributes);
        message.Body.ShouldBe(request.MessageBody);
        message.MessageAttributes.Keys.ShouldBe(["RULE_ARN", "attempts", "bytes"], ignoreOrder: true);
        message.MessageAttributes["bytes"].BinaryValue.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task The_digest_of_the_developer_guides_algorithm_is_reproduced()
    {
        await using var queue = await OneQueue.StartAsync();

        var sent = await queue.Sandbox.CallAsync(
            "sqs",
            "SendMessage",
            $$$"""
            {"QueueUrl":"{{{queue.Url}}}","MessageBody":"b",
             "MessageAttributes":{"a":{"DataType":"String","StringValue":"v"} } }
            """
        );

        // MD5 of 00000001 'a' 00000006 'String' 01 00000001 'v', computed apart from this code.
        sent["MD5OfMessageAttributes"]!.GetValue<string>().ShouldBe("a18cbb58171ebf4ce88d9fb787f9210b");
    }

    [Theory]
    [InlineData("\u0000", "#x0")]
    [InlineData("a\u001b", "#x1B")]
    [InlineData("\uffff", "#xFFFF")]
    public async Task A_character_that_XML_lacks_is_refused(string body, string character)
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<InvalidMessageContentsException>(() => queue.SendAsync(body));

        error.Message.ShouldStartWith($"Invalid binary character '{character}' was found in the message body");
    }

    [Fact]
    public async Task A_message_longer_than_the_queue_allows_is_refused_attributes_included()
    {
        await using var queue = await OneQueue.StartAsync("""{"MaximumMessageSize":"1024"}""");
        var attribute = new MessageAttributeValue { DataType = "String", StringValue = "v" };
        var fits = new SendMessageRequest(queue.Url, new string('x', 1024 - 8))
        {
            MessageAttributes = new() { ["a"] = attribute },
        };
        var tooLong = new SendMessageRequest(queue.Url, new string('x', 1024 - 7))
        {
            MessageAttributes = new() { ["a"] = attribute },
        };

        await queue.Client.SendMessageAsync(fits, OneQueue.Token);
        var error = await Should.ThrowAsync<AmazonSQSException>(() =>
            queue.Client.SendMessageAsync(tooLong, OneQueue.Token)
        );

        error.ErrorCode.ShouldBe("InvalidParameterValue");
        error.Message.ShouldBe("One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.");
    }

    [Fact]
    public async Task A_message_of_exactly_one_mebibyte_is_taken()
    {
        await using var queue = await OneQueue.StartAsync();

        await queue.SendAsync(new string('x', 1_048_576));

        (await queue.CountsAsync()).Visible.ShouldBe(1);
    }

    [Theory]
    [InlineData("AWS.x", "String", "v")]
    [InlineData("a..b", "String", "v")]
    [InlineData("a", "Text", "v")]
    [InlineData("a", "String", "")]
    public async Task An_attribute_must_have_a_legal_name_a_known_type_and_a_value(
        string name,
        string type,
        string value
    )
    {
        await using var queue = await OneQueue.StartAsync();
        var request = new SendMessageRequest(queue.Url, "b")
        {
            MessageAttributes = new()
            {
                [name] = new() { DataType = type, StringValue = value },
            },
        };

        var error = await Should.ThrowAsync<AmazonSQSException>(() =>
            queue.Client.SendMessageAsync(request, OneQueue.Token)
        );

        error.ErrorCode.ShouldBe("InvalidParameterValue");
    }

    [Fact]
    public async Task Ten_attributes_are_the_most()
    {
        await using var queue = await OneQueue.StartAsync();
        var request = new SendMessageRequest(queue.Url, "b")
        {
            MessageAttributes = Enumerable
                .Range(0, 11)
                .ToDictionary(
                    number => $"a{number}",
                    _ => new MessageAttributeValue { DataType = "String", StringValue = "v" }
                ),
        };

        var error = await Should.ThrowAsync<AmazonSQSException>(() =>
            queue.Client.SendMessageAsync(request, OneQueue.Token)
        );

        error.Message.ShouldBe("Number of message attributes [11] exceeds the allowed maximum [10].");
    }

    [Fact]
    public async Task A_receiver_gets_the_attributes_it_names()
    {
        await using var queue = await OneQueue.StartAsync();
        var value = new MessageAttributeValue { DataType = "String", StringValue = "v" };
        await queue.Client.SendMessageAsync(
            new SendMessageRequest(queue.Url, "b")
            {
                MessageAttributes = new() { ["a.1"] = value, ["b"] = value },
            },
            OneQueue.Token
        );

        var received = await queue.Client.ReceiveMessageAsync(
            new ReceiveMessageRequest { QueueUrl = queue.Url, MessageAttributeNames = ["a.*"] },
            OneQueue.Token
        );

        received.Messages.ShouldHaveSingleItem().MessageAttributes.Keys.ShouldBe(["a.1"]);
        received.Messages[0].Attributes.ShouldBeNull();
    }
}
