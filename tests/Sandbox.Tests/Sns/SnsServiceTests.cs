using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.Sns;

public sealed class SnsServiceTests
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:t";

    [Fact]
    public async Task A_service_publishes_only_where_the_topics_policy_lets_it()
    {
        await using var sandbox = await WithTopicAsync();
        var alarm = new Principal.Service(
            "cloudwatch.amazonaws.com",
            "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a"
        );
        var publish = () => sandbox.CallAsync("sns", "Publish", $$"""{"TopicArn":"{{Topic}}","Message":"m"}""", alarm);
        (await Should.ThrowAsync<AwsException>(publish)).Code.ShouldBe("AccessDeniedException");

        await sandbox.CallAsync(
            "sns",
            "SetTopicAttributes",
            $$$"""
            {"TopicArn":"{{{Topic}}}","AttributeName":"Policy","AttributeValue":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"*\"}}"}
            """
        );

        (await publish()).ShouldContainKey("MessageId");
    }

    [Fact]
    public async Task An_address_waits_for_its_owners_confirmation_until_it_is_taken_off()
    {
        await using var sandbox = await WithTopicAsync();
        var subscription = await sandbox.CallAsync(
            "sns",
            "Subscribe",
            $$"""{"TopicArn":"{{Topic}}","Protocol":"email","Endpoint":"a@example.com","ReturnSubscriptionArn":true}"""
        );

        var with = await ListAsync(sandbox);
        await sandbox.CallAsync(
            "sns",
            "Unsubscribe",
            $$"""{"SubscriptionArn":"{{subscription["SubscriptionArn"]}}"}"""
        );
        var without = await ListAsync(sandbox);

        var waiting = with.ShouldHaveSingleItem()!;
        waiting["Endpoint"]!.ToString().ShouldBe("a@example.com");
        waiting["SubscriptionArn"]!.ToString().ShouldBe("PendingConfirmation");
        without.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Subscribe", """ "Protocol":"https","Endpoint":"https://a" """, "the protocol email only, not https")]
    [InlineData("Subscribe", """ "Protocol":"email","Endpoint":"a" """, "Invalid parameter: Email address")]
    [InlineData("SetTopicAttributes", """ "AttributeName":"Colour","AttributeValue":"red" """, "no attribute Colour")]
    public async Task A_mistake_is_named(string operation, string members, string message)
    {
        await using var sandbox = await WithTopicAsync();

        var error = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("sns", operation, $$"""{"TopicArn":"{{Topic}}",{{members}}}""")
        );

        error.Code.ShouldBe("InvalidParameter");
        error.Message.ShouldContain(message);
    }

    [Fact]
    public async Task A_deleted_topic_is_not_found()
    {
        await using var sandbox = await WithTopicAsync();
        await sandbox.CallAsync("sns", "DeleteTopic", $$"""{"TopicArn":"{{Topic}}"}""");

        var error = await Should.ThrowAsync<AwsException>(() => ListAsync(sandbox));

        error.Code.ShouldBe("NotFound");
        error.Status.ShouldBe(404);
    }

    private static async Task<RunningSandbox> WithTopicAsync()
    {
        var sandbox = await RunningSandbox.StartAsync();
        var topic = await sandbox.CallAsync("sns", "CreateTopic", """{"Name":"t"}""");
        topic["TopicArn"]!.ToString().ShouldBe(Topic);
        return sandbox;
    }

    private static async Task<System.Text.Json.Nodes.JsonArray> ListAsync(RunningSandbox sandbox) =>
        (await sandbox.CallAsync("sns", "ListSubscriptionsByTopic", $$"""{"TopicArn":"{{Topic}}"}"""))[
            "Subscriptions"
        ]!.AsArray();
}
