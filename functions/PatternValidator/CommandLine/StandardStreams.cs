namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Where a command reads and writes.</summary>
/// <param name="In">What is piped in.</param>
/// <param name="Out">The result.</param>
/// <param name="Error">Everything else: usage, complaints.</param>
internal sealed record StandardStreams(TextReader In, TextWriter Out, TextWriter Error);
