using System.Diagnostics;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help", "PatternValidator check pattern.json")]
    [InlineData("-h", "alias PatternValidator='dotnet run --project functions/PatternValidator --'")]
    [InlineData("check --help", "PatternValidator check pattern.json --format github")]
    [InlineData("match --help", "PatternValidator match pattern.json events.ndjson.gz --explain")]
    [InlineData("test --help", "PatternValidator test cases.ndjson --verdicts")]
    [InlineData("samples --help", "PatternValidator samples 04")]
    public async Task Help_is_no_error_and_ends_with_exit_statuses_and_examples(string arguments, string example)
    {
        var result = await CommandResult.OfAsync("", arguments.Split(' '));

        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Output.ShouldContain("Exit status:\n  0    nothing worse than warnings");
        result.Output.ShouldContain("Examples:\n  # ");
        result.Output.ShouldContain($"  {example}\n");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("match --help")]
    [InlineData("test --help")]
    [InlineData("samples --help")]
    public async Task Help_is_as_wide_as_COLUMNS_says_or_80_but_for_lines_to_paste(string arguments)
    {
        foreach (var (columns, widest) in ((string?, int)[])[("40", 40), ("60", 60), (null, 80), ("wide", 80)])
        {
            var prose = (await HelpAsync(columns, arguments.Split(' ')))
                .Split('\n')
                .Where(line =>
                    !line.Contains("PatternValidator ", StringComparison.Ordinal)
                    || line.StartsWith("  #", StringComparison.Ordinal)
                )
                .Where(line => !line.Contains("alias ", StringComparison.Ordinal))
                .ToList();

            prose.Count.ShouldBeGreaterThan(10);
            prose.ShouldAllBe(line => line.Length <= widest);
            prose.ShouldAllBe(line => !line.Contains('\e'));
        }
    }

    private static async Task<string> HelpAsync(string? columns, string[] arguments)
    {
        var start = ValidatorExecutable.StartInfo(arguments);
        start.Environment.Remove("COLUMNS");
        if (columns is not null)
        {
            start.Environment["COLUMNS"] = columns;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
