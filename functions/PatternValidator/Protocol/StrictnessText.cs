using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>Strictness as requests name it.</summary>
internal static class StrictnessText
{
    /// <summary>Reads a strictness.</summary>
    /// <param name="text">Strict or Lenient, in any case, or empty for the default.</param>
    /// <returns>The strictness, or <see langword="null"/> for any other word.</returns>
    public static Strictness? Parse(string text) =>
        text.ToUpperInvariant() switch
        {
            "" or "STRICT" => Strictness.Strict,
            "LENIENT" => Strictness.Lenient,
            _ => null,
        };
}
