namespace Firetiger.PatternValidator.CommandLine;

/// <summary>What <c>match</c> is to tell.</summary>
/// <param name="Prints">Whether it writes the events that match.</param>
/// <param name="Explains">Whether it tells why the others do not.</param>
/// <param name="Rates">Whether it tells how many requests a second they need.</param>
/// <param name="Limit">The most explanations, and the most places of malformed events.</param>
internal sealed record MatchOptions(bool Prints, bool Explains, bool Rates, int Limit);
