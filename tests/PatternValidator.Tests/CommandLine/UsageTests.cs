using System.Diagnostics;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "a command is missing")]
    [InlineData("chck", "unknown command `chck`; did you mean `check`?")]
    [InlineData("check", "`check` needs FILE")]
    [InlineData("check a b", "`check` does not know what to do with `b`")]
    [InlineData("check - --format", "`--format` needs a value")]
    [InlineData("check - --format xml", "`--format` can be text, json or github, not `xml`")]
    [InlineData("check - --format json --format text", "`--format` is given twice")]
    [InlineData("check - --fromat json", "unknown option `--fromat`; did you mean `--format`?")]
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
    [InlineData("samples --al", "unknown option `--al`; did you mean `--all`?")]
    public async Task A_command_that_makes_no_sense_ends_with_2_and_an_example(string arguments, string complaint)
    {
        var result = await CommandResult.OfAsync(
            Some.GoodPattern,
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldStartWith($"PatternValidator: {complaint}");
        result.Error.ShouldContain("for example: ");
        result.Error.ShouldContain("--help");
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
        error.ShouldStartWith("PatternValidator: nothing is piped in\n");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public async Task A_file_that_is_no_UTF_8_is_refused_rather_than_misread(string command)
    {
        using var file = new TemporaryFile([.. "{\"source\":[\""u8, 0xff, .. "\"]}"u8], "latin-1.json");

        var result = await CommandResult.OfAsync("", command, file.Path);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith($"PatternValidator: cannot read `{file.Path}`: it is not UTF-8 text\n");
    }

    [Fact]
    public async Task An_empty_pattern_is_told_as_such()
    {
        var result = await CommandResult.OfAsync("", "check", "");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith("PatternValidator: the pattern is empty\n");
    }

    [Theory]
    [InlineData("--help", "PatternValidator check pattern.json")]
    [InlineData("-h", "PatternValidator samples")]
    [InlineData("check --help", "PatternValidator check pattern.json --format github")]
    [InlineData("match --help", "PatternValidator match pattern.json events.ndjson.gz --explain")]
    [InlineData("test --help", "PatternValidator test cases.ndjson --verdicts")]
    [InlineData("samples --help", "PatternValidator samples 04")]
    public async Task Help_is_no_error_and_ends_with_examples(string arguments, string example)
    {
        var result = await CommandResult.OfAsync("", arguments.Split(' '));

        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Output.ShouldContain("Examples:\n  # ");
        result.Output.ShouldContain($"  {example}\n");
    }
}
