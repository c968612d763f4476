using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;
using Firetiger.AwsPackages.Tests.Wire;

namespace Firetiger.AwsPackages.Tests.EventBridge;

public sealed class PutEventsTests
{
    [Fact]
    public async Task Every_member_of_an_entry_reaches_the_wire_under_its_name()
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.EventBridge();
        var entry = new PutEventsRequestEntry
        {
            Time = new DateTime(2025, 3, 1, 12, 0, 0, DateTimeKind.Utc),
            Source = "aws.ecs",
            Resources = ["arn:aws:ecs:eu-west-1:123456789012:task/a"],
            DetailType = "ECS Task State Change",
            Detail = """{"lastStatus":"STOPPED"}""",
            EventBusName = "redrive",
            TraceHeader = "Root=1-2-3",
        };

        await client.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, TestContext.Current.CancellationToken);

        server
            .Calls.Single()
            .Members.ShouldBeJson(
                """
                {
                  "Entries": [
                    {
                      "Time": 1740830400,
                      "Source": "aws.ecs",
                      "Resources": ["arn:aws:ecs:eu-west-1:123456789012:task/a"],
                      "DetailType": "ECS Task State Change",
                      "Detail": "{\"lastStatus\":\"STOPPED\"}",
                      "EventBusName": "redrive",
                      "TraceHeader": "Root=1-2-3"
                    }
                  ]
                }
                """
            );
    }

    [Fact]
    public async Task A_time_reaches_the_wire_in_whole_seconds()
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.EventBridge();
        var entry = new PutEventsRequestEntry { Time = DateTime.UnixEpoch.AddSeconds(1740830400.25) };

        await client.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, TestContext.Current.CancellationToken);

        server.Calls.Single().Members["Entries"]![0]!["Time"]!.ToJsonString().ShouldBe("1740830400");
    }

    [Fact]
    public async Task A_member_that_is_not_set_is_not_sent()
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.EventBridge();
        var entry = new PutEventsRequestEntry { Source = "a" };

        await client.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, TestContext.Current.CancellationToken);

        server.Calls.Single().Members.ShouldBeJson("""{"Entries":[{"Source":"a"}]}""");
    }

    [Fact]
    public async Task Every_member_of_the_response_is_read()
    {
        await using var server = await WireServer.StartAsync(
            new WireAnswer(
                new JsonObject
                {
                    ["FailedEntryCount"] = 1,
                    ["Entries"] = new JsonArray(
                        new JsonObject { ["EventId"] = "e-1" },
                        new JsonObject { ["ErrorCode"] = "ThrottlingException", ["ErrorMessage"] = "slow down" }
                    ),
                }
            )
        );
        using var client = server.EventBridge();

        var response = await client.PutEventsAsync(
            new PutEventsRequest { Entries = [] },
            TestContext.Current.CancellationToken
        );

        response.ResponseMetadata.RequestId.ShouldBe("request-1");
        response.FailedEntryCount.ShouldBe(1);
        response.Entries.Select(entry => entry.EventId).ShouldBe(["e-1", null]);
        response.Entries[1].ErrorCode.ShouldBe("ThrottlingException");
        response.Entries[1].ErrorMessage.ShouldBe("slow down");
    }

    [Fact]
    public async Task A_member_that_is_not_answered_is_null()
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.EventBridge();

        var response = await client.PutEventsAsync(new PutEventsRequest(), TestContext.Current.CancellationToken);

        response.FailedEntryCount.ShouldBeNull();
        response.Entries.ShouldBeNull();
    }

    [Fact]
    public async Task A_request_names_its_operation_and_is_signed_for_events()
    {
        await using var server = await WireServer.StartAsync();
        using var client = server.EventBridge();

        await client.PutEventsAsync(new PutEventsRequest(), TestContext.Current.CancellationToken);

        var call = server.Calls.Single();
        call.Operation.ShouldBe("AWSEvents.PutEvents");
        call.ContentType.ShouldBe("application/x-amz-json-1.1");
        call.Authorization.ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        call.Authorization.ShouldContain("/eu-west-1/events/aws4_request");
    }
}
