namespace Firetiger.PatternValidator.CommandLine;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    /// <summary>Nothing worse than warnings.</summary>
    public const int Good = 0;

    /// <summary>At least one error was found.</summary>
    public const int Findings = 1;

    /// <summary>The command was not understood, or its file cannot be read.</summary>
    public const int Usage = 2;
}
