using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// Finds where an object or array of JSON ends without reading what is in it: 64 bytes at a time become bit masks of quotes and brackets, and
/// only the brackets outside strings are counted.
/// </summary>
internal static class ContainerEnd
{
    private const int BlockLength = 64;

    /// <summary>Finds the end.</summary>
    /// <param name="json">What follows the last bracket that counts as open.</param>
    /// <param name="depth">How many brackets are open, 1 or more.</param>
    /// <returns>The offset just past the bracket that closes the first one, or -1 when the text ends before.</returns>
    public static int Find(ReadOnlySpan<byte> json, int depth)
    {
        ulong isInString = 0;
        ulong isEscaped = 0;
        Span<byte> padded = stackalloc byte[BlockLength];
        for (int offset = 0; offset < json.Length; offset += BlockLength)
        {
            scoped ReadOnlySpan<byte> rest = json[offset..];
            if (rest.Length < BlockLength)
            {
                padded.Clear();
                rest.CopyTo(padded);
                rest = padded;
            }

            Vector512<byte> block = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(rest));
            ulong quotes = Mask(block, (byte)'"') & ~Escaped(Mask(block, (byte)'\\'), ref isEscaped);
            ulong inString = Between(quotes) ^ isInString;
            isInString = inString >> (BlockLength - 1) == 0 ? 0 : ulong.MaxValue;

            // Bit 0x20 is all that tells [ and ] from { and }.
            Vector512<byte> braces = block | Vector512.Create((byte)0x20);
            ulong opening = Mask(braces, (byte)'{') & ~inString;
            ulong closing = Mask(braces, (byte)'}') & ~inString;
            if (BitOperations.PopCount(closing) < depth)
            {
                depth += BitOperations.PopCount(opening) - BitOperations.PopCount(closing);
            }
            else if (FindClosing(opening, closing, ref depth) is var end and > 0)
            {
                return offset + end;
            }
        }

        return -1;
    }

    private static int FindClosing(ulong opening, ulong closing, ref int depth)
    {
        for (ulong rest = opening | closing; rest != 0; rest &= rest - 1)
        {
            int index = BitOperations.TrailingZeroCount(rest);
            depth += ((opening >> index) & 1) != 0 ? 1 : -1;
            if (depth == 0)
            {
                return index + 1;
            }
        }

        return -1;
    }

    private static ulong Mask(Vector512<byte> block, byte wanted) =>
        Vector512.Equals(block, Vector512.Create(wanted)).ExtractMostSignificantBits();

    /// <summary>Marks each character from an opening quote up to its closing quote.</summary>
    private static ulong Between(ulong quotes)
    {
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        quotes ^= quotes << 16;
        return quotes ^ (quotes << 32);
    }

    /// <summary>Marks the characters behind a backslash that is not itself behind one.</summary>
    private static ulong Escaped(ulong backslashes, ref ulong isEscaped) =>
        (backslashes | isEscaped) == 0 ? 0 : EscapedBehind(backslashes, ref isEscaped);

    private static ulong EscapedBehind(ulong backslashes, ref ulong isEscaped)
    {
        ulong escaped = isEscaped;
        isEscaped = 0;
        for (ulong rest = backslashes; rest != 0; rest &= rest - 1)
        {
            int index = BitOperations.TrailingZeroCount(rest);
            if (((escaped >> index) & 1) == 0)
            {
                escaped |= index == BlockLength - 1 ? 0 : 1UL << (index + 1);
                isEscaped = index == BlockLength - 1 ? 1UL : 0;
            }
        }

        return escaped;
    }
}
