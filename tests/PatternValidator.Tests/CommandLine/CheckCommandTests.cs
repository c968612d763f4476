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
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Some.BadPattern, TestContext.Current.CancellationToken);

        var result = await CommandResult.OfAsync("", "check", file);

        File.Delete(file);
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain($"  --> {file}:1:48");
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

    [Theory]
    [InlineData("", "a command is missing")]
    [InlineData("chck", "unknown command `chck`")]
    [InlineData("check", "`check` needs one file")]
    [InlineData("check a b", "`check` needs one file")]
    [InlineData("check - --format", "`--format` needs a value")]
    [InlineData("check - --format xml", "`--format` can be text or json, not `xml`")]
    [InlineData("check - --format json --format text", "`--format` is given twice")]
    [InlineData("check - --colour", "unknown option `--colour`")]
    [InlineData("check /no/such/file.json", "cannot read `/no/such/file.json`")]
    public async Task A_command_that_makes_no_sense_ends_with_2_and_examples(string arguments, string complaint)
    {
        var result = await CommandResult.OfAsync("{}", arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldStartWith($"PatternValidator: {complaint}");
        result.Error.ShouldContain("PatternValidator check pattern.json");
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var result = await CommandResult.OfAsync("", "--help");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("PatternValidator check pattern.json");
    }
}
