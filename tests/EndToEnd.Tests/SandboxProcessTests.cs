using System.Diagnostics;
using System.Globalization;

namespace Firetiger.EndToEnd.Tests;

/// <summary>The sandbox as a process of its own.</summary>
public sealed class SandboxProcessTests
{
    [Fact]
    public async Task A_sandbox_that_is_told_to_end_takes_its_functions_with_it()
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "Only Linux tells there who started whom.");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Sandbox"), ["serve"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var sandbox = Process.Start(start)!;
        string? line;
        do
        {
            line = await sandbox.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        } while (line?.StartsWith("Open ", StringComparison.Ordinal) is false);

        var functions = ChildrenOf(sandbox.Id);

        using var kill = Process.Start("kill", [sandbox.Id.ToString(CultureInfo.InvariantCulture)]);
        await sandbox.WaitForExitAsync(TestContext.Current.CancellationToken);

        sandbox.ExitCode.ShouldBe(0);
        functions.ShouldNotBeEmpty();
        functions.ShouldAllBe(id => !Directory.Exists($"/proc/{id}"));
    }

    private static List<string> ChildrenOf(int process) =>
        [
            .. Directory
                .EnumerateDirectories($"/proc/{process}/task")
                .SelectMany(thread =>
                    File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                ),
        ];
}
