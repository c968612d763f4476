namespace Firetiger.CommandLine;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Good = 0;

    /// <summary>The command did what it is for, and the answer is no; its help says when.</summary>
    public const int Failure = 1;

    /// <summary>The command was not understood, its file cannot be read, or its output cannot be written.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl+C, as a shell counts it: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;
}
