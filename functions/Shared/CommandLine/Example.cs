namespace Firetiger.CommandLine;

/// <summary>A command line that works when it is pasted.</summary>
/// <param name="Command">The subcommand in whose help it is; empty for the root's.</param>
/// <param name="Line">The line.</param>
/// <param name="Purpose">What it is good for.</param>
internal sealed record Example(string Command, string Line, string Purpose);
