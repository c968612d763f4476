using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Firetiger.Page.Tests;

/// <summary>The lower half of the page: a pattern being written, and deployed.</summary>
/// <param name="sandbox">Shared by all tests.</param>
public sealed class PatternTests(OpenPage sandbox)
{
    private const string Typo = """{"source": ["aws.ecs"], "detail": {"lastStatus": [{"prefx": "STOP"}]}}""";
    private const string Mended = """{"source": ["aws.ecs"], "detail": {"lastStatus": [{"prefix": "STOP"}]}}""";

    [Fact]
    public async Task A_typo_is_marked_in_its_place_and_the_mended_pattern_is_clean()
    {
        await using var visit = await sandbox.VisitAsync();

        await visit.Id("pattern").FillAsync(Typo);
        await visit.ShouldSayAsync("findings", "EP0201");
        await visit.ShouldSayAsync("reason", "CREATE_FAILED  EventPatternCheck");
        var shown = await visit.Page.Locator("#findings mark").InnerTextAsync();
        var marked = await visit.Page.Locator("#marks mark").TextContentAsync();
        await visit.Page.Locator("#findings button").ClickAsync();
        var selected = await visit.Page.EvaluateAsync<string>("getSelection().toString()");
        await visit.PictureAsync("typo");

        await visit.Id("pattern").FillAsync(Mended);
        await visit.ShouldSayAsync("verdict", "Nothing is wrong");

        shown.ShouldBe("\"prefx\"");
        marked.ShouldBe("\"prefx\"");
        selected.ShouldBe("\"prefx\"");
        await Assertions.Expect(visit.Page.Locator("#marks mark")).ToHaveCountAsync(0);
        await visit.ShouldSayAsync("reason", "CREATE_COMPLETE");
    }

    [Fact]
    public async Task Each_sample_event_tells_why_it_matches_or_not()
    {
        await using var visit = await sandbox.VisitAsync();

        await visit.Id("preset").SelectOptionAsync("out-of-memory");
        await visit.ShouldSayAsync("verdict", "Nothing is wrong");
        var running = visit.Page.Locator("#samples li", new() { HasText = "02-task-running-fargate" });
        await running.Locator("summary").ClickAsync();

        await Assertions.Expect(running).ToContainTextAsync("no match because of detail.containers.reason");
        await Assertions
            .Expect(visit.Page.Locator("#samples li", new() { HasText = "04-task-stopped-oom-fargate" }))
            .ToContainTextAsync("✓ matches");
    }

    [Fact]
    public async Task An_event_of_ones_own_tells_why_it_does_not_match()
    {
        await using var visit = await sandbox.VisitAsync();
        await visit.Id("pattern").FillAsync(Mended);
        await visit.Page.GetByText("Try an event of your own").ClickAsync();

        await visit.Id("match-event").FillAsync("""{"source": "aws.ecs", "detail": {"lastStatus": "RUNNING"}}""");

        await visit.ShouldSayAsync("match-why", "no match because of detail.lastStatus");
        await visit.Id("pattern").FillAsync(Typo);
        await visit.ShouldSayAsync("match-why", "The pattern is refused.");
    }

    [Theory]
    [InlineData("sam", """'EventPattern="{\"source\":[\"aws.ecs\"],\"detail\":{\"group\":[\"it'\''s ${x}\"]}}"'""")]
    [InlineData("hcl", "\"it's $${x}\"")]
    [InlineData(
        "cli",
        """aws events test-event-pattern --event-pattern '{"source":["aws.ecs"],"detail":{"group":["it'\''s ${x}"]}}'"""
    )]
    public async Task A_pattern_is_copied_quoted_for_the_tool_that_takes_it(string form, string expected)
    {
        await using var visit = await sandbox.VisitAsync();
        await visit.Id("pattern").FillAsync("""{"source": ["aws.ecs"], "detail": {"group": ["it's ${x}"]}}""");
        await visit.ShouldSayAsync("samples", "no match");
        var copy = visit.Page.Locator($"[data-copy={form}]");
        await Assertions.Expect(visit.Page.Locator("#samples .is-match")).ToHaveCountAsync(0);

        await copy.ClickAsync();
        await visit.ShouldSayAsync("said", "Copied.");

        (await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldContain(expected);
    }

    [Fact]
    public async Task What_was_copied_goes_when_the_pattern_changes()
    {
        await using var visit = await sandbox.VisitAsync();
        await visit.Page.Locator("[data-copy=cli]").ClickAsync();
        await Assertions.Expect(visit.Id("copied")).ToBeVisibleAsync();

        await visit.Id("pattern").FillAsync(Mended);

        await Assertions.Expect(visit.Id("copied")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_SAM_CLI_reads_a_copied_pattern_with_escapes_as_it_was()
    {
        const string Escapes = """{"source":["aws.ecs"],"detail":{"group":["C:\\ \"x\"\n\\u0041"]}}""";
        await using var visit = await sandbox.VisitAsync();
        await visit.Id("pattern").FillAsync(Escapes);
        await Assertions.Expect(visit.Page.Locator("#samples .is-match")).ToHaveCountAsync(0);

        await visit.Page.Locator("[data-copy=sam]").ClickAsync();
        await visit.ShouldSayAsync("said", "--parameter-overrides");
        var copied = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

        JsonNode.DeepEquals(JsonNode.Parse(AsSamReads(copied)), JsonNode.Parse(Escapes)).ShouldBeTrue(copied);
    }

    [Fact]
    public async Task A_pattern_that_is_refused_cannot_be_copied()
    {
        await using var visit = await sandbox.VisitAsync();

        await visit.Id("pattern").FillAsync(Typo);
        await visit.ShouldSayAsync("findings", "EP0201");

        await Assertions.Expect(visit.Page.Locator("[data-copy=cli]")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_bad_pattern_rolls_back_and_the_rule_keeps_the_old_one()
    {
        await using var visit = await sandbox.VisitAsync();
        var before = await visit.Id("live-pattern").InnerTextAsync();

        await visit.Id("pattern").FillAsync(Typo);
        await visit.Id("redeploy").ClickAsync();

        await visit.ShouldSayAsync(
            "redeployed",
            "UPDATE_ROLLBACK_COMPLETE: the rule keeps its pattern. The event pattern is refused: EP0201"
        );
        await visit.ShouldSayAsync("stack-status", "UPDATE_ROLLBACK_COMPLETE");
        await visit.ShouldSayAsync("stack-events", "EP0201 line 1, column 52");
        await visit.PictureAsync("rollback");
        await visit.Page.SetViewportSizeAsync(360, 740);
        var reason = visit.Page.Locator("#stack-events .words", new() { HasText = "EP0201" });
        var place = (await reason.First.BoundingBoxAsync())!;
        (place.X + place.Width).ShouldBeLessThanOrEqualTo(360);
        await visit.PictureAsync("rollback-360");
        (await visit.Id("live-pattern").InnerTextAsync()).ShouldBe(before);
        before.ShouldContain("STOPPED");
    }

    [Fact]
    public async Task A_pattern_that_the_rule_has_already_updates_nothing()
    {
        await using var visit = await sandbox.VisitAsync();

        await visit.Id("pattern").FillAsync(await visit.Id("live-pattern").InnerTextAsync());
        await visit.Id("redeploy").ClickAsync();

        await visit.ShouldSayAsync("redeployed", "No updates are to be performed");
    }

    [Fact]
    public async Task What_was_written_before_a_preset_was_chosen_can_be_had_back()
    {
        await using var visit = await sandbox.VisitAsync();
        await visit.Id("pattern").FillAsync(Mended);

        await visit.Id("preset").SelectOptionAsync("out-of-memory");
        await Assertions.Expect(visit.Id("pattern")).Not.ToHaveValueAsync(Mended);
        await Assertions.Expect(visit.Id("preset")).ToHaveValueAsync("");
        await visit.Id("pattern").PressAsync("Control+z");

        await Assertions.Expect(visit.Id("pattern")).ToHaveValueAsync(Mended);
    }

    // The shell takes the outer quotes away, SAM those around the value; within, SAM undoes these three and no other escape.
    private static string AsSamReads(string argument)
    {
        var value = argument["'EventPattern=\"".Length..^"\"'".Length];
        return value
            .Replace(@"\ ", " ", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace(@"\'", "'", StringComparison.Ordinal);
    }
}
