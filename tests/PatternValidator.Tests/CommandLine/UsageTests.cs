using System.Diagnostics;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "a command is missing")]
    [InlineData("chck", "unknown command `chck`\nhint: did you mean `check`?\nsee: PatternValidator --help\n")]
    [InlineData(
        "check",
        "`check` needs FILE\nhint: for example PatternValidator check pattern.json\nsee: PatternValidator check --help\n"
    )]
    [InlineData("check a b", "`check` does not know what to do with `b`")]
    [InlineData("check - --format", "`--format` needs a value")]
    [InlineData("check - --format xml", "`--format` can be text, json or github, not `xml`")]
    [InlineData("check - --format json --format text", "`--format` is given twice")]
    [InlineData("check - --fromat json", "unknown option `--fromat`\nhint: did you mean `--format`?\n")]
    [InlineData("check --colour", "unknown option `--colour`")]
    [InlineData("check /no/such/file.json", "cannot read `/no/such/file.json`: there is no such file")]
    [InlineData("check /tmp", "cannot read `/tmp`: it is a folder")]
    [InlineData("check @file", "cannot read `@file`: there is no such file")]
    [InlineData("match - -", "only one of pattern and events can be piped in")]
    [InlineData("match -", "`match` needs EVENTS")]
    [InlineData("match {\"source\":[\"a\"]} /no/such/file", "cannot read `/no/such/file`: there is no such file")]
    [InlineData("match - x --limit many", "`--limit` is a number from 0, not `many`")]
    [InlineData("match - x --limit -1", "`--limit` is a number from 0, not `-1`")]
    [InlineData("samples 0", "several samples begin with `0`: 01-task-provisioning, ")]
    [InlineData("samples 04 --all", "`samples` takes a NAME or `--all`, not both")]
    [InlineData("test", "`test` needs CASES")]
    [InlineData("samples 99", "there is no sample `99`")]
    [InlineData("samples --al", "unknown option `--al`\nhint: did you mean `--all`?\n")]
    public async Task A_command_that_makes_no_sense_ends_with_2_and_a_way_out(string arguments, string complaint)
    {
        var result = await CommandResult.OfAsync(
            Some.GoodPattern,
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldStartWith($"error: {complaint}");
        result.Error.ShouldContain("\nhint: ");
        result.Error.ShouldContain("\nsee: PatternValidator ");
    }

    [Theory]
    [InlineData("check", "-")]
    [InlineData("match", Some.GoodPattern, "-")]
    [InlineData("test", "-")]
    public async Task A_closed_standard_input_ends_with_2(params string[] arguments)
    {
        var start = ValidatorExecutable.StartInfo();
        var executable = start.FileName;
        start.FileName = "/bin/sh";
        foreach (var argument in (string[])["-c", "exec \"$0\" \"$@\" <&-", executable, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(2);
        error.ShouldStartWith("error: nothing is piped in\n");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public async Task A_file_that_is_no_UTF_8_is_refused_rather_than_misread(string command)
    {
        using var file = new TemporaryFile([.. "{\"source\":[\""u8, 0xff, .. "\"]}"u8], "latin-1.json");

        var result = await CommandResult.OfAsync("", command, file.Path);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith($"error: cannot read `{file.Path}`: it is not UTF-8 text\n");
    }

    [Fact]
    public async Task An_empty_pattern_is_told_as_such()
    {
        var result = await CommandResult.OfAsync("", "check", "");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith("error: the pattern is empty\n");
    }
}
