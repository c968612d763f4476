namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Reads patterns from files.</summary>
internal static class PatternFile
{
    /// <summary>Reads one.</summary>
    /// <param name="path">The file; <c>-</c> is what is piped in.</param>
    /// <param name="standardInput">What is piped in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text, without a byte order mark.</returns>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static async Task<string> ReadAsync(
        string path,
        TextReader standardInput,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return path is "-"
                ? await standardInput.ReadToEndAsync(cancellationToken)
                : await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"cannot read `{path}`: {exception.Message}", exception);
        }
    }
}
