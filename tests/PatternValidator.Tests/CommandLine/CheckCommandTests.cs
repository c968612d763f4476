using System.Text.Json;

namespace Firetiger.PatternValidator.Tests.CommandLine;

/// <summary>The executable as a command, run as a user runs it.</summary>
public sealed class CheckCommandTests
{
    [Fact]
    public async Task A_good_pattern_ends_with_0()
    {
        var result = await CommandResult.OfAsync(Some.GoodPattern, "check", "-");

        result.ShouldBe(new CommandResult(0, "<stdin>: no findings\n", ""));
    }

    [Fact]
    public async Task A_bad_pattern_ends_with_1_and_shows_the_place()
    {
        var result = await CommandResult.OfAsync(Some.BadPattern, "check", "-");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("error EP02");
        result.Output.ShouldContain("  --> <stdin>:1:48  $.detail.lastStatus[0]");
        result.Output.ShouldContain("hint: ");
        result.Output.ShouldEndWith("<stdin>: 1 error, 0 warnings\n");
    }

    [Fact]
    public async Task A_pattern_is_read_from_a_file()
    {
        using var file = new TemporaryFile(Some.BadPattern, "pattern.json");

        var result = await CommandResult.OfAsync("", "check", file.Path);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain($"  --> {file.Path}:1:48");
    }

    [Fact]
    public async Task A_pattern_can_be_typed()
    {
        var result = await CommandResult.OfAsync("", "check", Some.GoodPattern);

        result.ShouldBe(new CommandResult(0, "<pattern>: no findings\n", ""));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"a\"")]
    [InlineData("source:\n- a")]
    [InlineData("source = [\"aws.ecs\"]")]
    [InlineData("event_pattern = jsonencode({ source = [\"aws.ecs\"] })")]
    public async Task What_is_typed_like_JSON_or_over_lines_is_a_pattern_and_no_file(string typed)
    {
        var result = await CommandResult.OfAsync("", "check", typed);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("--> <pattern>:1:1");
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_a_pattern()
    {
        using var file = new TemporaryFile("\ufeff" + Some.GoodPattern, "pattern.json");

        var result = await CommandResult.OfAsync("", "check", file.Path);

        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_JSON_format_has_every_member()
    {
        var result = await CommandResult.OfAsync(Some.BadPattern, "check", "-", "--format", "json");

        var finding = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        finding
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe([
                "code",
                "severity",
                "line",
                "column",
                "endLine",
                "endColumn",
                "path",
                "message",
                "hint",
                "detail",
                "source",
            ]);
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("line").GetInt32().ShouldBe(1);
        finding.GetProperty("column").GetInt32().ShouldBe(48);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_array()
    {
        var result = await CommandResult.OfAsync(Some.GoodPattern, "check", "--format=json", "-");

        result.ShouldBe(new CommandResult(0, "[]\n", ""));
    }

    [Fact]
    public async Task The_GitHub_format_is_a_workflow_command_for_each_finding()
    {
        using var file = new TemporaryFile(Some.BadPattern, "a,b.json");

        var result = await CommandResult.OfAsync("", "check", file.Path, "--format", "GitHub");

        var place = $"file={file.Path.Replace(",", "%2C", StringComparison.Ordinal)},line=1,col=48";
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldBe(
            $"::error {place},endLine=1,endColumn=55,title=EP0201::`prefx` is not an EventBridge operator"
                + "%0Adid you mean `prefix`?\n"
        );
    }

    [Theory]
    [InlineData("Strict", 1)]
    [InlineData("LENIENT", 0)]
    public async Task Strictness_decides_what_a_pattern_is_that_cannot_match(string strictness, int exitCode)
    {
        const string CannotMatch = """{"source":["aws.ecs"],"detail":{"lastStatus":["STOPED"]}}""";

        var result = await CommandResult.OfAsync(CannotMatch, "check", "-", "--strictness", strictness);

        result.ExitCode.ShouldBe(exitCode);
        result.Output.ShouldContain("EP0405");
    }

    [Fact]
    public async Task What_is_no_terminal_is_not_coloured()
    {
        var result = await CommandResult.OfAsync(Some.BadPattern, "check", "-");

        result.Output.ShouldNotContain('\e');
    }
}
