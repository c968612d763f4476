using Firetiger.CommandLine;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Output that cannot be written.</summary>
internal static class BrokenOutput
{
    /// <summary>The errno of Linux and macOS: https://man7.org/linux/man-pages/man2/write.2.html.</summary>
    private const int BrokenPipe = 32;

    /// <summary>HRESULT of ERROR_BROKEN_PIPE.</summary>
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);

    /// <summary>HRESULT of ERROR_NO_DATA: the pipe is being closed.</summary>
    private const int WindowsClosingPipe = unchecked((int)0x800700E8);

    /// <summary>Tells whether whoever reads the output has seen enough: <c>match … | head</c>.</summary>
    /// <param name="exception">What writing ended with.</param>
    /// <returns><see langword="true"/> if nothing is wrong but that.</returns>
    public static bool IsReaderGone(IOException exception) =>
        exception.HResult is BrokenPipe or WindowsBrokenPipe or WindowsClosingPipe;

    /// <summary>Complains, if there is still anywhere to complain.</summary>
    /// <param name="exception">What writing ended with.</param>
    /// <param name="error">Where to complain.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> ReportAsync(IOException exception, TextWriter error)
    {
        try
        {
            await error.WriteLineAsync($"error: cannot write the output: {exception.Message}");
        }
        catch (IOException)
        {
            // The same disk may be behind both. The exit status still tells.
        }

        return ExitCode.Usage;
    }
}
