using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Firetiger.EventPatterns.Matching;

/// <summary>Finds the end of a string or of a literal. Both are short as a rule, so one look at 32 bytes nearly always finds it.</summary>
internal static class Delimiter
{
    private static readonly SearchValues<byte> OfString = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(control => (byte)control),
        (byte)'"',
        (byte)'\\',
    ]);
    private static readonly SearchValues<byte> OfLiteral = SearchValues.Create([
        .. Enumerable.Range(0, ' ' + 1).Select(control => (byte)control),
        (byte)',',
        (byte)']',
        (byte)'}',
    ]);

    /// <summary>Finds the first quote, backslash or control character.</summary>
    /// <param name="text">The text behind an opening quote.</param>
    /// <returns>The offset, or -1.</returns>
    public static int IndexInString(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector256<byte>.Count)
        {
            return text.IndexOfAny(OfString);
        }

        Vector256<byte> start = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text));
        Vector256<byte> ends =
            Vector256.Equals(start, Vector256.Create((byte)'"'))
            | Vector256.Equals(start, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(start, Vector256.Create((byte)' '));
        return ends == Vector256<byte>.Zero ? text.IndexOfAny(OfString) : First(ends);
    }

    /// <summary>Finds the first character that cannot belong to a number, true, false or null of right JSON.</summary>
    /// <param name="text">The text from its first character on.</param>
    /// <returns>The offset, or -1.</returns>
    public static int IndexInLiteral(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector256<byte>.Count)
        {
            return text.IndexOfAny(OfLiteral);
        }

        Vector256<byte> start = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text));

        // Bit 0x20 is all that tells ] from }. Other control characters end it too, and are then no delimiter to the caller.
        Vector256<byte> ends =
            Vector256.Equals(start, Vector256.Create((byte)','))
            | Vector256.Equals(start | Vector256.Create((byte)' '), Vector256.Create((byte)'}'))
            | Vector256.LessThanOrEqual(start, Vector256.Create((byte)' '));
        return ends == Vector256<byte>.Zero ? text.IndexOfAny(OfLiteral) : First(ends);
    }

    private static int First(Vector256<byte> found) =>
        BitOperations.TrailingZeroCount(found.ExtractMostSignificantBits());
}
