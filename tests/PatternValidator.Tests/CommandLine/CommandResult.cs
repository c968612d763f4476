using System.Diagnostics;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests.CommandLine;

/// <summary>How a run of the executable ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the executable with something piped in.</summary>
    public static async Task<CommandResult> OfAsync(string input, params string[] arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Process.Start(ValidatorExecutable.StartInfo(arguments))!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new CommandResult(process.ExitCode, await output, await error);
    }
}
