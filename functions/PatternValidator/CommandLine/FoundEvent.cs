namespace Firetiger.PatternValidator.CommandLine;

/// <summary>What seems to be an event. Its bytes last until the next one is read.</summary>
/// <param name="Bytes">The text.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Column">The column in bytes, from 1.</param>
internal readonly record struct FoundEvent(ReadOnlyMemory<byte> Bytes, int Line, int Column);
