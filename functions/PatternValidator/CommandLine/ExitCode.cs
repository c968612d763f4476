namespace Firetiger.PatternValidator.CommandLine;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    /// <summary>Nothing worse than warnings, every row passes, or some event matches.</summary>
    public const int Good = 0;

    /// <summary>At least one error was found, a row fails, or no event matches.</summary>
    public const int Failure = 1;

    /// <summary>The command was not understood, its file cannot be read, or its output cannot be written.</summary>
    public const int Usage = 2;
}
