using System.IO.Compression;
using System.Text;
using Firetiger.CommandLine;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Opens what a command reads: a file, or <c>-</c> for what is piped in. What is gzipped is unpacked, whatever it is called.</summary>
internal static class Input
{
    /// <summary>What is piped in.</summary>
    public const string Standard = "-";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly byte[] GzipMagic = [0x1f, 0x8b];

    // Without it a file that is cut off reads like a shorter one.
    static Input() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Gets what to call an input.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its name in messages.</returns>
    public static string NameOf(string path) => path is Standard ? "<stdin>" : path;

    /// <summary>Opens an input.</summary>
    /// <param name="path">The file.</param>
    /// <param name="standardInput">What is piped in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static Task<Stream> OpenAsync(string path, Stream standardInput, CancellationToken cancellationToken) =>
        ReadingAsync(
            path,
            async () =>
            {
                var stream = path is Standard ? Piped(standardInput) : File.OpenRead(path);
                var magic = new byte[GzipMagic.Length];
                var length = await stream.ReadAtLeastAsync(magic, magic.Length, false, cancellationToken);
                var whole = new ReplayedStream(magic.AsMemory(0, length), stream);
                return magic.AsSpan().SequenceEqual(GzipMagic)
                    ? new GZipStream(whole, CompressionMode.Decompress)
                    : (Stream)whole;
            }
        );

    /// <summary>Reads an input as a pattern; what begins like JSON, has a line break, or looks like YAML or Terraform and is no file, is the pattern itself.</summary>
    /// <param name="path">The file.</param>
    /// <param name="standardInput">What is piped in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text, without a byte order mark.</returns>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static async Task<PatternText> ReadPatternAsync(
        string path,
        Stream standardInput,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("the pattern is empty");
        }

        if (IsTyped(path))
        {
            return new PatternText("<pattern>", path);
        }

        await using var stream = await OpenAsync(path, standardInput, cancellationToken);
        using var reader = Text(stream);
        return new PatternText(NameOf(path), await ReadingAsync(path, () => reader.ReadToEndAsync(cancellationToken)));
    }

    private static bool IsTyped(string path) =>
        path.TrimStart() is ['{' or '[' or '"', ..]
        || path.Contains('\n', StringComparison.Ordinal)
        || (path.AsSpan().ContainsAny('{', '[', '=') && !File.Exists(path));

    /// <summary>Reads, and tells apart what cannot be read from what cannot be written.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="path">Where from.</param>
    /// <param name="read">Reads.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static async Task<T> ReadingAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
                        or InvalidDataException
            )
        {
            throw new UsageException($"cannot read `{path}`: {Reason(path, exception)}", exception);
        }
    }

    /// <summary>Reads bytes as text: UTF-8, or what a byte order mark says.</summary>
    /// <param name="stream">The bytes.</param>
    /// <returns>A reader that refuses, within <see cref="ReadingAsync"/>, what is no text.</returns>
    public static StreamReader Text(Stream stream) => new(stream, Strict);

    private static Stream Piped(Stream standardInput) =>
        standardInput == Stream.Null ? throw new UsageException("nothing is piped in") : standardInput;

    private static string Reason(string path, Exception exception) =>
        exception switch
        {
            DirectoryNotFoundException => "there is no such file",
            DecoderFallbackException => "it is not UTF-8 text",
            InvalidDataException => "it begins like a gzip file, but is none, or is damaged or cut off",
            _ => UserFile.ReasonOf(path, exception),
        };
}
