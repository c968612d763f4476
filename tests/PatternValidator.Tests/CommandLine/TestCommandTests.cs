using System.Text.Json;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class TestCommandTests
{
    [Fact]
    public async Task A_table_that_holds_ends_with_0()
    {
        const string Table = """
            {"name":"objects","pattern":{"source":["aws.ecs"]},"event":{"source":"aws.ecs"},"match":true}
            {"pattern":"{\"source\":[\"aws.ecs\"]}","event":"{\"source\":\"x\"}","match":false,"valid":true,"extra":[1]}

            {"name":"a refusal","pattern":{"source":"aws.ecs"},"valid":false}
            """;

        var result = await CommandResult.OfAsync(Table, "test", "-");

        result.ShouldBe(new CommandResult(0, "3 rows: 3 passed, 0 failed\n", ""));
    }

    [Fact]
    public async Task Failing_rows_are_named_by_line_and_explained_and_broken_ones_do_not_end_the_run()
    {
        const string Table = """
            {"name":"stopped","pattern":{"detail":{"lastStatus":["STOPPED"]}},"event":{"detail":{"lastStatus":"Stopped"}},"match":true}
            {"pattern":

            {"pattern":{"source":["x"]},"event":{"source":"x"},"match":false}
            {"pattern":{"source":["x"]},"valid":false}
            {"pattern":{"source":["x"]}}
            {"match":true}
            {"pattern":{"source":["x"]},"match":true}
            {"pattern":{"source":["x"]},"event":{"source":"x"},"match":"yes"}
            {"pattern":"\ud83d","valid":false}
            [1]
            """;

        var result = await CommandResult.OfAsync(Table, "test", "-");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldBeEmpty();
        result.Output.ShouldBe(
            """
            FAIL <stdin>:1: stopped: the event ought to match
            no match because of detail.lastStatus
              NO   detail.lastStatus  asks for "STOPPED", but it is "Stopped" (differs only in case)

            FAIL <stdin>:2: the row cannot be read: not JSON: Expected depth to be zero at the end of the JSON payload

            FAIL <stdin>:4: the event ought not to match
            match
              yes  source  "x"

            FAIL <stdin>:5: EventBridge takes the pattern, and the row says that it is refused

            FAIL <stdin>:6: the row cannot be read: it says neither `match` nor `valid`

            FAIL <stdin>:7: the row cannot be read: there is no `pattern`

            FAIL <stdin>:8: the row says `match` and has no `event`

            FAIL <stdin>:9: the row cannot be read: `match` is neither true nor false

            FAIL <stdin>:10: the row cannot be read: a string holds half of a surrogate pair

            FAIL <stdin>:11: the row cannot be read: a row is an object with `pattern`, `event` and `match`

            10 rows: 0 passed, 4 failed, 6 cannot be read

            """
        );
    }

    [Theory]
    [InlineData("", "no rows in <stdin>")]
    [InlineData("\n \n", "no rows in <stdin>")]
    [InlineData("[\n{}\n]", "<stdin> is not one row a line (NDJSON)")]
    [InlineData("[{\"pattern\": {}}]", "<stdin> is not one row a line (NDJSON)")]
    [InlineData("{\n\"pattern\": {}\n}", "<stdin> is not one row a line (NDJSON)")]
    public async Task What_is_no_table_ends_with_2(string table, string complaint)
    {
        var result = await CommandResult.OfAsync(table, "test", "-");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith($"error: {complaint}\n");
    }

    [Fact]
    public async Task A_misspelt_verdict_gets_a_suggestion()
    {
        var result = await CommandResult.OfAsync("""{"pattern":{"a":[1]},"matches":true}""", "test", "-");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("unknown member `matches`; did you mean `match`?");
    }

    [Fact]
    public async Task A_pattern_that_ought_to_be_taken_is_shown_with_its_errors()
    {
        var result = await CommandResult.OfAsync(
            """{"pattern":{"source":"aws.ecs"},"event":{},"match":true}""",
            "test",
            "-"
        );

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldStartWith("FAIL <stdin>:1: EventBridge refuses the pattern\nerror EP0102");
        result.Output.ShouldEndWith("1 row: 0 passed, 1 failed\n");
    }

    [Fact]
    public async Task Verdicts_are_one_row_for_each_row_in_order()
    {
        const string Table = """
            {"pattern":{"source":["aws.ecs"],"detail":{"lastStatus":["STOPED"]}},"event":{"source":"aws.ecs"}}
            {"pattern":{"source":"aws.ecs"},"event":{"source":"aws.ecs"}}
            {broken
            {"pattern":"{\"source\":[\"x\"]}","event":"{\"source\":\"x\"}"}
            {"pattern":{"source":["x"]},"event":null}
            """;

        var result = await CommandResult.OfAsync(Table, "test", "-", "--verdicts");

        var rows = result
            .Output.TrimEnd('\n')
            .Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        rows.Select(row => $"{row.GetProperty("valid")} {row.GetProperty("match")}")
            .ShouldBe(["True False", "False ", " ", "True True", "True "]);
        rows[0].GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("EP0405");
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldStartWith("<stdin>:3: the row cannot be read: ");
    }

    [Theory]
    [InlineData("", "True")]
    [InlineData("--length-limits", "False")]
    public async Task Length_limits_are_applied_only_when_asked_for(string option, string valid)
    {
        var row = $$$"""{"pattern":{"source":["{{{new string('x', 5000)}}}"]}}""";

        var result = await CommandResult.OfAsync(
            row,
            ["test", "-", "--verdicts", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]
        );

        JsonDocument.Parse(result.Output).RootElement.GetProperty("valid").ToString().ShouldBe(valid);
    }
}
