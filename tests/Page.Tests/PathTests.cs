using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Firetiger.Page.Tests;

/// <summary>The upper half of the page: the path of an event, broken and mended.</summary>
/// <param name="sandbox">Shared by all tests.</param>
public sealed class PathTests(OpenPage sandbox)
{
    private const int SamplesThatMatch = 9;

    private static readonly Regex Nothing = new("^$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task The_page_loads_without_an_error_and_asks_nobody_but_the_sandbox()
    {
        await using var visit = await sandbox.VisitAsync();

        await visit.ShouldSayAsync("clock", "_COMPLETE");

        visit.Complaints.ShouldBeEmpty();
        visit.Requests.Count().ShouldBeGreaterThan(10);
        visit.Requests.ShouldAllBe(url => url.StartsWith($"{sandbox.Address}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_401_held_back_arrives_once_the_endpoint_is_mended()
    {
        await using var visit = await sandbox.VisitAsync(Sized(1280, 900));
        var matched = await visit.CountAsync("matched") + (2 * SamplesThatMatch);
        await visit.Id("send").ClickAsync();
        await visit.ShouldSayAsync("count-delivered", Exactly(matched - SamplesThatMatch));

        await visit.Endpoint("401").CheckAsync();
        await visit.ShouldSayAsync("said", "answering 401");
        await visit.Id("send").ClickAsync();
        await visit.ShouldSayAsync("dead-letters", "401");
        await visit.ShouldSayAsync("count-deadLetters", Exactly(SamplesThatMatch));
        await visit.ShouldSayAsync("path", "gate: Failing");
        await visit.ShouldSayAsync("said", Nothing);
        await visit.PictureAsync("outage");
        await visit.PictureAsync("sandbox", isWhole: false);

        await visit.Endpoint("healthy").CheckAsync();
        await visit.Id("run").ClickAsync();
        await visit.ShouldSayAsync("count-delivered", Exactly(matched));
        await visit.ShouldSayAsync("dead-letters", "Nothing waits.");
        await visit.ShouldSayAsync("run-report", "not needed: the queues are empty");
        (await visit.CountAsync("lost")).ShouldBe(0);
        await visit.PictureAsync("mended");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_of_ones_own_is_sent_as_Amazon_ECS_sends_it()
    {
        await using var visit = await sandbox.VisitAsync();
        var matched = await visit.CountAsync("matched");
        await visit.Page.GetByText("Send an event of your own").ClickAsync();

        await visit.Id("send-own").ClickAsync();

        await visit.ShouldSayAsync("said", "Sent the event");
        await visit.ShouldSayAsync("count-matched", Exactly(matched + 1));
    }

    [Fact]
    public async Task What_is_no_event_is_refused_in_a_sentence()
    {
        await using var visit = await sandbox.VisitAsync();
        await visit.Page.GetByText("Send an event of your own").ClickAsync();

        await visit.Id("own-event").FillAsync("{\"source\": ");
        await visit.Id("send-own").ClickAsync();

        await visit.ShouldSayAsync("said", "The event is not JSON: line 1, column 12: the text ends too early.");
    }

    [Fact]
    public async Task An_event_that_the_rule_does_not_match_is_said_to_be_one()
    {
        await using var visit = await sandbox.VisitAsync();
        await visit.Page.GetByText("Send an event of your own").ClickAsync();

        await visit.Id("own-event").FillAsync("""{"source": "aws.ecs", "detail-type": "Other", "detail": {}}""");
        await visit.Id("send-own").ClickAsync();

        await visit.ShouldSayAsync("said", "The rule does not match it.");
    }

    [Fact]
    public async Task A_release_tells_why_an_event_stays_in_quarantine()
    {
        await using var visit = await sandbox.VisitAsync();
        await sandbox.CallSqsAsync("SendMessage", "DeadLetterQueueUrl", new() { ["MessageBody"] = "no event" });
        await visit.Id("run").ClickAsync();
        await visit.ShouldSayAsync("quarantine", "NotAnEvent");

        await visit.Id("release").ClickAsync();

        await visit.ShouldSayAsync("said", "Released 0 of the quarantined events. What stays: 1 NotAnEvent.");
        await sandbox.CallSqsAsync("PurgeQueue", "QuarantineQueueUrl", []);
        await visit.ShouldSayAsync("quarantine", "Nothing was given up.");
    }

    [Fact]
    public async Task The_keyboard_alone_breaks_and_mends_the_endpoint_and_sends()
    {
        await using var visit = await sandbox.VisitAsync();
        var matched = await visit.CountAsync("matched");
        var keyboard = visit.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Endpoint("healthy")).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowRight");
        await visit.ShouldSayAsync("said", "answering 401");
        await Assertions.Expect(visit.Endpoint("401")).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowLeft");
        await visit.ShouldSayAsync("said", "The endpoint is healthy");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");

        await visit.ShouldSayAsync("count-matched", Exactly(matched + SamplesThatMatch));
        await Assertions.Expect(visit.Id("send")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task In_the_dark_the_page_is_dark()
    {
        await using var visit = await sandbox.VisitAsync(Sized(1280, 900, ColorScheme.Dark));

        var ground = await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        ground.ShouldBe("rgb(20, 23, 28)");
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task In_an_outage_and_with_everything_unfolded_the_page_is_no_wider_than_the_screen(
        int width,
        ColorScheme scheme
    )
    {
        await using var visit = await sandbox.VisitAsync(Sized(width, 740, scheme));
        await visit.Endpoint("401").CheckAsync();
        await visit.Id("send").ClickAsync();
        await visit.ShouldSayAsync("dead-letters", "401");
        await visit
            .Id("pattern")
            .FillAsync("""{"source": ["aws.ecs"], "detail": {"lastStatus": [{"prefx": "STOP"}]}}""");
        await visit.ShouldSayAsync("findings", "prefix");
        await visit.Page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
        await visit.ShouldSayAsync("said", Nothing);

        var overflow = await visit.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        await visit.PictureAsync($"{width}-{scheme.ToString().ToLowerInvariant()}");
        await visit.Endpoint("healthy").CheckAsync();
        await visit.Id("run").ClickAsync();
        await visit.ShouldSayAsync("dead-letters", "Nothing waits.");

        overflow.ShouldBe(0);
    }

    [Fact]
    public async Task With_reduced_motion_nothing_moves()
    {
        await using var visit = await sandbox.VisitAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        await visit.Id("send").ClickAsync();
        await visit.Page.Locator(".edge.flows").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        (await visit.Page.EvaluateAsync<int>("document.getAnimations().length")).ShouldBe(0);
    }

    private static BrowserNewContextOptions Sized(int width, int height, ColorScheme scheme = ColorScheme.Light) =>
        new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
        };

    private static Regex Exactly(int count) => new($"^{count}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
