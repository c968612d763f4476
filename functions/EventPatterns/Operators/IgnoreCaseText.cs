using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>
/// A text whose every character stands for its lower or its upper case, as Java maps them. That is not symmetric: the pattern "ß"
/// matches "SS", and "ss" does not match "ß".
/// </summary>
internal sealed class IgnoreCaseText
{
    private readonly byte[]? _ascii;
    private readonly (byte[] Lower, byte[] Upper)[] _characters = [];

    public IgnoreCaseText(string text)
    {
        if (Ascii.IsValid(text))
        {
            _ascii = Encoding.ASCII.GetBytes(text);
        }
        else
        {
            _characters = [.. Characters(text).Select(character => (Lower(character), Upper(character)))];
        }
    }

    public bool Equals(ReadOnlySpan<byte> value) =>
        _ascii is null ? LengthAtStart(value) == value.Length : Ascii.EqualsIgnoreCase(value, _ascii);

    public bool IsPrefixOf(ReadOnlySpan<byte> value) =>
        _ascii is null
            ? LengthAtStart(value) >= 0
            : value.Length >= _ascii.Length && Ascii.EqualsIgnoreCase(value[.._ascii.Length], _ascii);

    public bool IsSuffixOf(ReadOnlySpan<byte> value) =>
        _ascii is null
            ? IsMappedSuffixOf(value)
            : value.Length >= _ascii.Length && Ascii.EqualsIgnoreCase(value[^_ascii.Length..], _ascii);

    private bool IsMappedSuffixOf(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> rest = value;
        for (int index = _characters.Length - 1; index >= 0; index--)
        {
            (byte[] lower, byte[] upper) = _characters[index];
            if (rest.EndsWith(lower))
            {
                rest = rest[..^lower.Length];
            }
            else if (rest.EndsWith(upper))
            {
                rest = rest[..^upper.Length];
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells whether a character has an upper case that is not its lower case.</summary>
    /// <param name="character">The character.</param>
    /// <returns><see langword="true"/> if it has.</returns>
    public static bool HasCase(string character) => !Lower(character).AsSpan().SequenceEqual(Upper(character));

    private int LengthAtStart(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> rest = value;
        foreach ((byte[] lower, byte[] upper) in _characters)
        {
            if (rest.StartsWith(lower))
            {
                rest = rest[lower.Length..];
            }
            else if (rest.StartsWith(upper))
            {
                rest = rest[upper.Length..];
            }
            else
            {
                return -1;
            }
        }

        return value.Length - rest.Length;
    }

    private static IEnumerable<string> Characters(string text)
    {
        int index = 0;
        while (index < text.Length)
        {
            int length = Utf16.LengthAt(text, index);
            yield return text.Substring(index, length);
            index += length;
        }
    }

    private static byte[] Lower(string character) =>
        Wtf8.Encode(SpecialCasing.Lower(character) ?? Simple(character, Rune.ToLowerInvariant));

    private static byte[] Upper(string character) =>
        Wtf8.Encode(SpecialCasing.Upper(character) ?? Simple(character, Rune.ToUpperInvariant));

    private static string Simple(string character, Func<Rune, Rune> map) =>
        Rune.TryGetRuneAt(character, 0, out Rune rune) ? map(rune).ToString() : character;
}
