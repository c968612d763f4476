using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.Logs;

public sealed class LogDeliveryTests
{
    private const string Bus = "arn:aws:events:us-east-1:123456789012:event-bus/b";

    private const string Source = $$"""{"name":"s","resourceArn":"{{Bus}}","logType":"ERROR_LOGS"}""";

    private const string Destination =
        """{"name":"d","deliveryDestinationConfiguration":{"destinationResourceArn":"arn:aws:logs:us-east-1:123456789012:log-group:g:*"}}""";

    private const string Delivery =
        """{"deliverySourceName":"s","deliveryDestinationArn":"arn:aws:logs:us-east-1:123456789012:delivery-destination:d"}""";

    [Fact]
    public async Task A_delivery_connects_a_source_and_a_destination_and_is_deleted_first()
    {
        await using var sandbox = await WithDeliveryAsync();
        var delivery = (await sandbox.CallAsync("logs", "DescribeDeliveries", "{}"))["deliveries"]!
            .AsArray()
            .ShouldHaveSingleItem()!;

        var inUse = await Should.ThrowAsync<AwsException>(() =>
            sandbox.CallAsync("logs", "DeleteDeliverySource", """{"name":"s"}""")
        );
        await sandbox.CallAsync("logs", "DeleteDelivery", $$"""{"id":"{{delivery["id"]}}"}""");
        await sandbox.CallAsync("logs", "DeleteDeliverySource", """{"name":"s"}""");
        await sandbox.CallAsync("logs", "DeleteDeliveryDestination", """{"name":"d"}""");

        inUse.Code.ShouldBe("ConflictException");
        (await sandbox.CallAsync("logs", "DescribeDeliverySources", "{}"))["deliverySources"]!
            .AsArray()
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "PutDeliverySource",
        $$"""{"name":"s","resourceArn":"{{Bus}}","logType":"COLOUR_LOGS"}""",
        "COLOUR_LOGS"
    )]
    [InlineData("CreateDelivery", Delivery, "does not exist")]
    [InlineData("PutDeliveryDestination", Destination, "log group does not exist")]
    public async Task What_is_not_there_is_named(string operation, string input, string message)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var error = await Should.ThrowAsync<AwsException>(() => sandbox.CallAsync("logs", operation, input));

        error.Message.ShouldContain(message);
    }

    [Fact]
    public async Task An_account_has_ten_resource_policies_in_a_Region_and_no_more()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await PutPolicyAsync(sandbox, $"p{i}");
        }

        await PutPolicyAsync(sandbox, "p0");
        var error = await Should.ThrowAsync<AwsException>(() => PutPolicyAsync(sandbox, "p10"));

        error.Code.ShouldBe("LimitExceededException");
    }

    private static async Task<RunningSandbox> WithDeliveryAsync()
    {
        var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync("logs", "CreateLogGroup", """{"logGroupName":"g"}""");
        await sandbox.CallAsync("logs", "PutDeliverySource", Source);
        await sandbox.CallAsync("logs", "PutDeliveryDestination", Destination);
        await sandbox.CallAsync("logs", "CreateDelivery", Delivery);
        return sandbox;
    }

    private static Task<JsonObject> PutPolicyAsync(RunningSandbox sandbox, string name) =>
        sandbox.CallAsync(
            "logs",
            "PutResourcePolicy",
            $$$"""
            {"policyName":"{{{name}}}","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"logs:PutLogEvents\",\"Resource\":\"*\"}}"}
            """
        );
}
