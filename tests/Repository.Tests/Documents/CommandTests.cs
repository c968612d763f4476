using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Firetiger.Repository.Tests.Documents;

/// <summary>
/// The commands in documents exist as they are written. <c>.ci/run</c> runs those that take minutes; the README's pattern commands
/// are run, and their answers compared, by <c>tests/PatternValidator.Tests</c>.
/// </summary>
public sealed partial class CommandTests
{
    private static readonly string[] DotnetVerbs =
    [
        "build",
        "csharpier",
        "lambda",
        "new",
        "restore",
        "run",
        "test",
        "tool",
    ];

    public static TheoryData<string> SandboxCommands =>
        [.. Commands("dotnet run").Where(command => ProjectOf(command) is "tests/Sandbox").Distinct()];

    [Fact]
    public void Every_project_that_a_command_names_is_there()
    {
        var projects = Commands("dotnet").Select(ProjectOf).OfType<string>().Distinct().ToList();

        projects.ShouldNotBeEmpty();
        projects.ShouldAllBe(project =>
            Directory.EnumerateFiles(Path.Combine(Checkout.Root, project), "*.csproj").Any()
        );
    }

    [Fact]
    public void Every_verb_of_dotnet_is_one_that_it_or_a_tool_of_ours_has() =>
        Commands("dotnet")
            .Select(command => command.Split(' ').ElementAtOrDefault(1))
            .Where(verb => verb is not null && !verb.StartsWith('-'))
            .Distinct()
            .ShouldBeSubsetOf(DotnetVerbs);

    [Theory]
    [MemberData(nameof(SandboxCommands))]
    public async Task The_sandbox_takes_a_command(string command) =>
        (await ComplaintsAsync(Arguments(command))).ShouldBeEmpty();

    [Fact]
    public async Task The_sandbox_complains_of_an_option_that_it_does_not_have() =>
        (await ComplaintsAsync(["serve", "--nowhere"])).ShouldHaveSingleItem().ShouldContain("--nowhere");

    [Fact]
    public void Every_option_of_the_packages_script_is_one_that_it_has()
    {
        var script = Checkout.Read("template/package");
        var options = Commands("template/package").SelectMany(command => Option().Matches(command)).ToList();

        options.ShouldNotBeEmpty();
        options.ShouldAllBe(option => script.Contains($"{option.Value})", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_folder_and_file_of_ours_that_a_document_names_is_there()
    {
        var paths = Checkout.Documents.SelectMany(document => OurPath().Matches(Checkout.Read(document)));
        var missing = paths
            .Select(match => match.Groups["path"].Value.TrimEnd('/'))
            .Distinct()
            .Where(path => !path.Contains("xxxx", StringComparison.Ordinal) && !Checkout.Has(path));

        missing.ShouldBeEmpty();
    }

    private static IEnumerable<string> Commands(string command) =>
        Checkout.Documents.SelectMany(document => Markdown.Commands(Checkout.Read(document), command));

    private static string? ProjectOf(string command) =>
        Project().Match(command) is { Success: true } match ? match.Groups["project"].Value : null;

    private static string[] Arguments(string command) =>
        command.Split(" -- ") is [_, var rest] ? rest.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    // A time scale that is none, the last option that is judged, keeps it from starting, and is not the document's mistake.
    private static async Task<IEnumerable<string>> ComplaintsAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in (string[])
                [Path.Combine(AppContext.BaseDirectory, "Sandbox.dll"), .. arguments, "--time-scale", "nowhere-near"]
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return error
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line =>
                line.StartsWith("error: ", StringComparison.Ordinal)
                && !line.Contains("nowhere-near", StringComparison.Ordinal)
            );
    }

    [GeneratedRegex(@"--project (?<project>[\w./-]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Project();

    [GeneratedRegex(@"--[a-z-]+", RegexOptions.None, 1_000)]
    private static partial Regex Option();

    [GeneratedRegex(
        @"`(?<path>(functions|template|tests|docs|\.ci)/[\w./-]*[\w/])(:\d+)?`",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex OurPath();
}
