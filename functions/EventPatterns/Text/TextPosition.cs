namespace Firetiger.EventPatterns.Text;

/// <summary>A place as editors show it.</summary>
/// <param name="Line">The line, 1-based.</param>
/// <param name="Column">The column in UTF-16 code units, 1-based.</param>
public readonly record struct TextPosition(int Line, int Column);
