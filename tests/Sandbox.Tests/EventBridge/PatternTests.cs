using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Tests.EventBridge;

public sealed class PatternTests
{
    private const string Event = """
        {"id":"1","account":"123456789012","source":"shop","time":"2026-11-01T00:00:00Z","region":"us-east-1","detail-type":"Order"}
        """;

    [Theory]
    [InlineData("shop", true)]
    [InlineData("bank", false)]
    public async Task TestEventPattern_tells_whether_an_event_matches(string source, bool expected)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var output = await sandbox.EventsAsync("TestEventPattern", Input($$"""{"source":["{{source}}"]}""", Event));

        output["Result"]!.GetValue<bool>().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"source":"shop"}""", "\"source\" must be an object or an array")]
    [InlineData("""{"source":[]}""", "Empty arrays are not allowed")]
    public async Task A_pattern_is_refused_in_EventBridge_s_own_words(string pattern, string words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync("TestEventPattern", Input(pattern, Event));

        refusal.ShouldStartWith("InvalidEventPatternException: Event pattern is not valid. Reason: " + words);
    }

    [Fact]
    public async Task PutRule_judges_its_pattern_too()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync("PutRule", """{"Name":"r","EventPattern":"{\"source\":\"shop\"}"}""");

        refusal.ShouldStartWith("InvalidEventPatternException: ");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("account")]
    [InlineData("source")]
    [InlineData("time")]
    [InlineData("region")]
    [InlineData("detail-type")]
    public async Task An_event_to_test_needs_the_members_of_an_envelope(string missing)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var incomplete = JsonNode.Parse(Event)!.AsObject();
        incomplete.Remove(missing);

        var refusal = await sandbox.RefusalAsync(
            "TestEventPattern",
            Input("""{"source":["shop"]}""", incomplete.ToJsonString())
        );

        refusal.ShouldBe("ValidationException: Parameter Event is not valid.");
    }

    [Fact]
    public async Task An_event_goes_only_to_the_rules_that_match_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.EventsAsync("PutRule", """{"Name":"r","EventPattern":"{\"source\":[\"bank\"]}"}""");

        await sandbox.PutEventAsync();

        sandbox.Host.Journal.UnmatchedEvents.ShouldBe(1);
    }

    private static string Input(string pattern, string @event) =>
        new JsonObject { ["EventPattern"] = pattern, ["Event"] = @event }.ToJsonString();
}
