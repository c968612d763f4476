using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.EventBridge;

public sealed class PutEventsTests
{
    [Fact]
    public async Task An_event_for_a_bus_that_does_not_exist_gets_an_id_and_is_gone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var output = await sandbox.EventsAsync(
            "PutEvents",
            """{"Entries":[{"Source":"shop","DetailType":"Order","Detail":"{}","EventBusName":"nowhere"}]}"""
        );

        output["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
        var id = output["Entries"]![0]!["EventId"]!.GetValue<string>();
        var record = sandbox.Host.Journal.Records.ShouldHaveSingleItem();
        (record.EventId, record.Step).ShouldBe((id, DeliveryStep.Lost));
    }

    [Fact]
    public async Task An_aws_source_is_refused_while_the_batch_goes_on()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var output = await sandbox.EventsAsync(
            "PutEvents",
            """
            {"Entries":[
              {"Source":"aws.ecs","DetailType":"ECS Task State Change","Detail":"{}"},
              {"Source":"shop","DetailType":"Order","Detail":"{}"}]}
            """
        );

        output["FailedEntryCount"]!.GetValue<int>().ShouldBe(1);
        output["Entries"]![0]!["ErrorCode"]!.GetValue<string>().ShouldBe("NotAuthorizedForSourceException");
        output["Entries"]![0]!["ErrorMessage"]!.GetValue<string>().ShouldBe("Not authorized for the source.");
        output["Entries"]![1]!["EventId"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_service_of_AWS_may_send_under_an_aws_source()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var output = await sandbox.EventsAsync(
            "PutEvents",
            """{"Entries":[{"Source":"aws.ecs","DetailType":"ECS Task State Change","Detail":"{}"}]}""",
            new Principal.Service("ecs.amazonaws.com")
        );

        output["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"DetailType":"Order","Detail":"{}"}""", "InvalidArgument", "Source is a required argument.")]
    [InlineData("""{"Source":"shop","Detail":"{}"}""", "InvalidArgument", "DetailType is a required argument.")]
    [InlineData("""{"Source":"shop","DetailType":"Order"}""", "InvalidArgument", "Detail is a required argument.")]
    [InlineData("""{"Source":"shop","DetailType":"Order","Detail":"{"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"shop","DetailType":"Order","Detail":"[]"}""", "MalformedDetail", "Detail is malformed.")]
    public async Task An_entry_that_is_not_whole_is_refused_by_itself(string entry, string code, string message)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var output = await sandbox.EventsAsync("PutEvents", $$"""{"Entries":[{{entry}}]}""");

        output["FailedEntryCount"]!.GetValue<int>().ShouldBe(1);
        output["Entries"]![0]!["ErrorCode"]!.GetValue<string>().ShouldBe(code);
        output["Entries"]![0]!["ErrorMessage"]!.GetValue<string>().ShouldEndWith(message);
    }

    [Fact]
    public async Task An_event_that_no_rule_matches_is_only_counted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.PutEventAsync();

        sandbox.Host.Journal.UnmatchedEvents.ShouldBe(1);
        sandbox.Host.Journal.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Eleven_entries_are_one_too_many()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var entries = string.Join(
            ",",
            Enumerable.Repeat("""{"Source":"shop","DetailType":"Order","Detail":"{}"}""", 11)
        );

        var refusal = await sandbox.RefusalAsync("PutEvents", $$"""{"Entries":[{{entries}}]}""");

        refusal.ShouldStartWith("ValidationException: ");
    }

    [Theory]
    [InlineData(1_048_575, true)]
    [InlineData(1_048_576, false)]
    public async Task The_sizes_of_all_entries_stay_below_a_mebibyte(int size, bool isTaken)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const int AroundText = 2 + 14 + 4 + 5 + 8;
        var entry = new JsonObject
        {
            ["Source"] = "shop",
            ["DetailType"] = "Order",
            ["Detail"] = $$"""{"a":"{{new string('x', size - AroundText)}}"}""",
            ["Time"] = 1_700_000_000,
            ["Resources"] = new JsonArray("é"),
        };
        var input = new JsonObject { ["Entries"] = new JsonArray(entry) }.ToJsonString();

        var call = () => sandbox.EventsAsync("PutEvents", input);

        if (isTaken)
        {
            (await call())["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
        }
        else
        {
            var error = await Should.ThrowAsync<AwsException>(call);
            error.Message.ShouldBe("Total size of the entries in the request is over the limit.");
        }
    }

    [Fact]
    public async Task A_role_without_permission_cannot_put_events()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);

        var refusal = await sandbox.RefusalAsync(
            "PutEvents",
            """{"Entries":[{"Source":"shop","DetailType":"Order","Detail":"{}"}]}""",
            new Principal.Role("target", "test")
        );

        refusal.ShouldStartWith("AccessDeniedException: ");
        refusal.ShouldContain("events:PutEvents");
    }
}
