using System.Diagnostics;
using System.Text.RegularExpressions;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests;

/// <summary>What the README types into a shell answers as it shows. A file that it prints is the file that it then uses.</summary>
public sealed partial class ReadmeSessionTests
{
    public static TheoryData<string> Sessions =>
        [
            .. Fence()
                .Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")))
                .Select(match => match.Groups["text"].Value),
        ];

    [Fact]
    public void The_README_has_sessions() => Sessions.Count.ShouldBe(3);

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task A_session_goes_as_in_the_README(string session)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var step in Step().Matches(session).Cast<Match>())
            {
                var command = step.Groups["command"].Value;
                var answer = step.Groups["answer"].Value;
                if (command.StartsWith("cat ", StringComparison.Ordinal))
                {
                    await WriteAsync(Path.Combine(folder.FullName, command[4..]), answer);
                }
                else
                {
                    (await TypeAsync(command, folder.FullName)).Trim().ShouldBe(answer.Trim(), command);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task WriteAsync(string path, string text) =>
        File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

    private static async Task<string> TypeAsync(string command, string folder)
    {
        var start = ValidatorExecutable.StartInfo();
        start.Environment["PATH"] = $"{Path.GetDirectoryName(start.FileName)}:{start.Environment["PATH"]}";
        start.FileName = "/bin/sh";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{{ {command}\n}} 2>&1");
        start.WorkingDirectory = folder;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    [GeneratedRegex(@"^```text\n(?<text>\$ .*?)^```$", Options | RegexOptions.Singleline, 1_000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\$ (?<command>[^\n]+)\n(?<answer>(?:(?!\$ )[^\n]*\n)*)", Options, 1_000)]
    private static partial Regex Step();

    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
}
