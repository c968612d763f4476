namespace Firetiger.CommandLine;

/// <summary>A command line that makes no sense. The message is for the one who typed it.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message) { }

    public UsageException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Gets the way out, if a better one is known than an example.</summary>
    public string? Hint { get; init; }

    /// <summary>Makes one for a name that is not known.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="meant">The name that was likely meant, if any.</param>
    /// <returns>The exception.</returns>
    public static UsageException Misspelt(string message, string? meant) =>
        new(message) { Hint = meant is null ? null : $"did you mean `{meant}`?" };
}
