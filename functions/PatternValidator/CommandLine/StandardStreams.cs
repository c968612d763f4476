using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Where a command reads and writes.</summary>
/// <param name="In">What is piped in; <see cref="Stream.Null"/> when standard input is closed.</param>
/// <param name="Out">The result. Buffered: who writes much and slowly flushes it.</param>
/// <param name="Error">Everything else: usage, complaints, progress.</param>
/// <param name="OutColors">The colours of the result.</param>
/// <param name="ErrorColors">The colours of everything else.</param>
/// <param name="ShowsProgress">Whether somebody is watching.</param>
internal sealed record StandardStreams(
    Stream In,
    TextWriter Out,
    TextWriter Error,
    Colors OutColors,
    Colors ErrorColors,
    bool ShowsProgress
)
{
    private const int BufferBytes = 64 * 1024;
    private const int OutputHandle = 1;
    private const long CloseOnExec = 0x80000;

    /// <summary>Gets the streams of this process.</summary>
    /// <param name="allowsColor">Whether the environment leaves a terminal coloured.</param>
    /// <returns>The streams.</returns>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The streams of a process live as long as it does."
    )]
    public static StandardStreams OfProcess(bool allowsColor) =>
        new(
            IsInputOpen() ? Console.OpenStandardInput() : Stream.Null,
            new StreamWriter(OpenOutput(), new UTF8Encoding(false), BufferBytes),
            Console.Error,
            new Colors(allowsColor && !Console.IsOutputRedirected),
            new Colors(allowsColor && !Console.IsErrorRedirected),
            ShowsProgress: !Console.IsErrorRedirected
        );

    // The runtime takes a closed handle 0 for a pipe of its own, and reading that would never end. What a process inherits is never
    // marked to be closed on exec (octal 02000000, or it would have been); what the runtime opens is.
    private static bool IsInputOpen()
    {
        const string Descriptors = "/proc/self/fdinfo";
        if (!Directory.Exists(Descriptors))
        {
            return true;
        }

        try
        {
            var flags = File.ReadLines($"{Descriptors}/0")
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt64(flags["flags:".Length..].Trim(), 8) & CloseOnExec) == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    // The console's own stream hides that the reader of a pipe has gone, and a command would work on for nobody.
    // A file stays with it: a FileStream would not move the place that this process shares with the next command.
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The streams of a process live as long as it does."
    )]
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        var output = new FileStream(
            new SafeFileHandle(OutputHandle, ownsHandle: false),
            FileAccess.Write,
            bufferSize: 0
        );
        return output.CanSeek ? Console.OpenStandardOutput() : output;
    }
}
