namespace Firetiger.PatternValidator.CommandLine;

/// <summary>A command line that makes no sense. The message is for the one who typed it.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message) { }

    public UsageException(string message, Exception innerException)
        : base(message, innerException) { }
}
