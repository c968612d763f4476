using System.Diagnostics;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class MatchCommandTests
{
    private const string Pattern = """{"detail":{"n":[1]}}""";
    private const string One = """{"detail":{"n":1}}""";
    private const string Two = """{"detail":{"n":2}}""";

    [Theory]
    [InlineData($"{One}\n{Two}\n{One}\n")]
    [InlineData($"{One}\r\n\r\n{Two}\r\n{One}")]
    [InlineData($"{One}{Two} {One}")]
    [InlineData($"[{One},{Two},\n{One}]\n")]
    [InlineData($"[{One}]\n[{Two},{One}]")]
    [InlineData("{\n\"detail\": {\n\"n\": [\n{}, 1\n]}\n}\n" + Two + "\n{\n  \"detail\": { \"n\": 1 }\n}\n")]
    public async Task Events_come_one_a_line_one_after_the_other_or_in_an_array(string events)
    {
        var result = await CommandResult.OfAsync(events, "match", Pattern, "-");

        result.ShouldBe(new CommandResult(0, "3 events: 2 matched, 1 not matched\n", ""));
    }

    [Theory]
    [InlineData("events.gz")]
    [InlineData("events.ndjson")]
    public async Task What_is_gzipped_is_unpacked_whatever_its_name(string name)
    {
        using var file = new TemporaryFile(TemporaryFile.Gzip($"{One}\n{Two}\n"), name);

        var result = await CommandResult.OfAsync("", "match", Pattern, file.Path);

        result.Output.ShouldBe("2 events: 1 matched, 1 not matched\n");
    }

    [Fact]
    public async Task A_damaged_gzip_file_is_told_as_such()
    {
        using var file = new TemporaryFile([0x1f, 0x8b, 1, 2, 3], "events.gz");

        var result = await CommandResult.OfAsync("", "match", Pattern, file.Path);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("it begins like a gzip file, but is none, or is damaged or cut off");
    }

    [Fact]
    public async Task A_gzip_file_that_is_cut_off_between_two_events_is_no_shorter_file()
    {
        var whole = TemporaryFile.Gzip($"{One}\n{Two}\n");
        using var file = new TemporaryFile(whole[..^8], "events.gz");

        var result = await CommandResult.OfAsync("", "match", Pattern, file.Path);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("cut off");
    }

    [Fact]
    public async Task Several_files_are_counted_together()
    {
        using var first = new TemporaryFile($"{One}\n{Two}\n");
        using var second = new TemporaryFile(One);

        var result = await CommandResult.OfAsync("", "match", Pattern, first.Path, second.Path);

        result.Output.ShouldBe("3 events: 2 matched, 1 not matched\n");
    }

    [Fact]
    public async Task No_match_ends_with_1()
    {
        var result = await CommandResult.OfAsync(Two, "match", Pattern, "-");

        result.ShouldBe(new CommandResult(1, "1 event: 0 matched, 1 not matched\n", ""));
    }

    [Fact]
    public async Task A_pattern_can_be_piped_in()
    {
        using var events = new TemporaryFile(One);

        var result = await CommandResult.OfAsync(Pattern, "match", "-", events.Path);

        result.Output.ShouldBe("1 event: 1 matched, 0 not matched\n");
    }

    [Fact]
    public async Task A_pattern_that_EventBridge_refuses_ends_with_1_before_any_event_is_read()
    {
        var result = await CommandResult.OfAsync(One, "match", Some.BadPattern, "-");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("error EP0201");
    }

    [Fact]
    public async Task A_pattern_that_can_never_match_is_tried_with_its_error_shown()
    {
        var result = await CommandResult.OfAsync("""{"a":1}""", "match", """{"a":[1]}""", "-");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("1 event: 1 matched, 0 not matched\n");
        result.Error.ShouldContain("error EP0404");
        result.Error.ShouldContain("the events are matched, and they alone decide the exit status\n");
    }

    [Fact]
    public async Task Matching_events_are_printed_as_they_were_on_one_line_each_and_nothing_else()
    {
        const string Spaced = "{\n  \"detail\": {\"n\": 1.0, \"x\": \"a\\nb\"}\n}";

        var result = await CommandResult.OfAsync($"{One}\n{Two}\n{Spaced}\n", "match", Pattern, "-", "--print");

        result.Output.ShouldBe(One + "\n" + """{"detail": {"n": 1.0, "x": "a\nb"}}""" + "\n");
        result.Error.ShouldBe("3 events: 2 matched, 1 not matched\n");
    }

    [Fact]
    public async Task Events_that_do_not_match_are_explained_up_to_the_limit()
    {
        var result = await CommandResult.OfAsync(
            $"{One}\n{Two}\n{Two}\n{Two}\n",
            "match",
            Pattern,
            "-",
            "--explain",
            "--limit",
            "1"
        );

        result.Output.ShouldBe(
            """
            <stdin>:2: no match because of detail.n
              NO   detail.n  asks for 1, but it is 2

            and 2 more that do not match (--limit 1)
            4 events: 1 matched, 3 not matched

            """
        );
    }

    [Fact]
    public async Task Each_mistake_costs_one_event_and_is_placed()
    {
        string[] lines =
        [
            One,
            """{"detail":""",
            One,
            """{"detail":{"n":1},}""",
            "nonsense",
            """{"detail":"x""",
            """{"detail":[1}""",
            "7",
            One,
            """{"detail":{"n":""",
        ];

        var result = await CommandResult.OfAsync(string.Join('\n', lines), "match", Pattern, "-");

        result.Output.ShouldBe(
            """
            <stdin>:2:11: not an event: the text ends too early
            <stdin>:4:19: not an event: The JSON object contains a trailing comma at the end which is not supported
            <stdin>:5:2: not an event: 'nonsense' is an invalid JSON literal
            <stdin>:6:13: not an event: the text ends too early
            <stdin>:7:13: not an event: '}' is invalid without a matching open
            <stdin>:8:1: not an event: an event is a JSON object, and this is a number
            <stdin>:10:16: not an event: the text ends too early
            10 events: 3 matched, 0 not matched, 7 malformed

            """
        );
    }

    [Fact]
    public async Task A_line_that_breaks_off_does_not_swallow_the_lines_after_it()
    {
        const string Events = "{\"a\":1}\n{\"a\":\nnot json\n\"str\"\n{\"a\":2}\n";

        var result = await CommandResult.OfAsync(Events, "match", """{"a":[{"numeric":[">",0]}]}""", "-");

        var lines = result.Output.TrimEnd('\n').Split('\n');
        lines.Select(line => line.Split(':')[1]).Take(3).ShouldBe(["2", "3", "4"]);
        lines[^1].ShouldBe("5 events: 2 matched, 0 not matched, 3 malformed");
    }

    [Fact]
    public async Task An_array_that_is_never_closed_is_told()
    {
        var result = await CommandResult.OfAsync($"\n[{One},\n{Two}", "match", Pattern, "-");

        result.Output.ShouldBe(
            """
            <stdin>:3: the array of events is not closed
            3 events: 1 matched, 1 not matched, 1 malformed

            """
        );
    }

    [Fact]
    public async Task A_rate_is_recommended_from_the_times_of_matching_events()
    {
        string[] seconds = ["00", "00", "00", "01", "30"];
        var timed = seconds.Select(second => $$$"""{"time":"2025-03-04T10:42:{{{second}}}Z","detail":{"n":1}}""");

        var result = await CommandResult.OfAsync(
            string.Join('\n', [.. timed, One, Two]),
            "match",
            Pattern,
            "-",
            "--rate"
        );

        result.Output.ShouldBe(
            """
            7 events: 6 matched, 1 not matched
            rate of 5 matching events, by their own `time`
              left out: 1 event without a `time` that can be read
              busiest second  3 at 2025-03-04T10:42:00Z
              busiest minute  5 from 2025-03-04T10:42:00Z
              InvocationRatePerSecond=1: no event waits longer than 2 seconds
              InvocationRatePerSecond=3: no event waits
              What is above the rate waits in EventBridge, for as long as MaximumEventAgeInSeconds.

            """
        );
    }

    [Theory]
    [InlineData("""{"\ud800":1,"detail":{"n":1}}""")]
    [InlineData("""{"time":"\ud80012345678901","detail":{"n":1}}""")]
    public async Task Half_a_surrogate_pair_is_no_time_and_no_mistake(string @event)
    {
        var result = await CommandResult.OfAsync(@event, "match", Pattern, "-", "--rate");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldStartWith("1 event: 1 matched, 0 not matched\n");
        result.Output.ShouldContain("no rate: 1 matching event without a `time`");
    }

    [Fact]
    public async Task A_megabyte_event_is_one_event()
    {
        var big = $$$"""{"big":"{{{new string('x', 3_000_000)}}}","detail":{"n":1}}""";

        var result = await CommandResult.OfAsync($"{big}\n{Two}\n", "match", Pattern, "-");

        result.Output.ShouldBe("2 events: 1 matched, 1 not matched\n");
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_it_quietly()
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat(One + "\n", 500_000)));
        using var process = Process.Start(ValidatorExecutable.StartInfo("match", Pattern, file.Path, "--print"))!;
        process.StandardInput.Close();

        var first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        first.ShouldBe(One);
        error.ShouldBeEmpty();
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Events_that_trickle_in_are_printed_at_once()
    {
        using var process = Process.Start(ValidatorExecutable.StartInfo("match", Pattern, "-", "--print"))!;

        await process.StandardInput.WriteAsync(One + "\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        first.ShouldBe(One);
    }
}
