using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>What keeps a text from being an event.</summary>
/// <param name="Position">Where.</param>
/// <param name="Message">What is wrong there, without a full stop.</param>
public sealed record EventMistake(TextPosition Position, string Message);
