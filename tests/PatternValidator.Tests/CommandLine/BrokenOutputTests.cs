using System.Diagnostics;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests.CommandLine;

/// <summary>What a command says when nobody takes its output. The shell makes the pipes and files as a user would.</summary>
public sealed class BrokenOutputTests
{
    [Fact]
    public async Task A_full_disk_is_an_error()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");

        var (exitCode, error) = await RunAsync("\"$0\" check \"$1\" > /dev/full", Some.GoodPattern);

        exitCode.ShouldBe(2);
        error.ShouldStartWith("error: cannot write the output: ");
    }

    [Fact]
    public async Task A_full_disk_behind_both_streams_is_an_error_too()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");

        var (exitCode, _) = await RunAsync("\"$0\" check \"$1\" > /dev/full 2>&1", Some.GoodPattern);

        exitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_verdict_that_is_known_stays_when_the_reader_has_gone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is not there.");

        // The reader ends before the pattern is written, so that there is surely nobody left to read.
        var (_, error) = await RunAsync(
            "{ sleep 1; printf %s \"$1\" | \"$0\" check -; echo \"ended with $?\" >&2; } | true",
            Some.BadPattern
        );

        error.ShouldBe("ended with 1\n");
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(string script, string pattern)
    {
        var executable = ValidatorExecutable.StartInfo();
        var start = new ProcessStartInfo("/bin/sh", ["-c", script, executable.FileName, pattern])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }
}
