namespace Firetiger.PatternValidator.CommandLine;

/// <summary>A command line that works when it is pasted.</summary>
/// <param name="Line">The line.</param>
/// <param name="Purpose">What it is good for.</param>
internal sealed record Example(string Line, string Purpose);
