namespace Firetiger.PatternValidator.CommandLine;

/// <summary>A pattern that was given to a command.</summary>
/// <param name="Name">What to call it in messages.</param>
/// <param name="Text">The pattern.</param>
internal sealed record PatternText(string Name, string Text);
