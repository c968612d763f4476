using System.Buffers;
using System.Buffers.Binary;

namespace Firetiger.EventPatterns.Operators;

/// <summary>An IP address as Java, and so EventBridge, reads it: decimal octets with leading zeros allowed, no zone, no mixed notation.</summary>
/// <param name="Value">The address.</param>
/// <param name="IsV4">Whether it is an IPv4 address; <c>::ffff:102:304</c> is one.</param>
internal readonly record struct IpValue(UInt128 Value, bool IsV4)
{
    /// <summary>Java reads no longer IPv4 text.</summary>
    private const int MaximumV4Length = 15;

    private const int Groups = 8;

    private static readonly SearchValues<byte> V4Characters = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> V6Characters = SearchValues.Create("0123456789abcdefABCDEF:"u8);

    public int Bits => IsV4 ? 32 : 128;

    public static bool IsShaped(ReadOnlySpan<byte> text) =>
        text.Contains((byte)':')
            ? !text.ContainsAnyExcept(V6Characters)
            : text.Count((byte)'.') == 3
                && !text.ContainsAnyExcept(V4Characters)
                && text[0] != '.'
                && text[^1] != '.'
                && text.IndexOf(".."u8) < 0;

    public static bool TryParse(ReadOnlySpan<byte> text, out IpValue address)
    {
        address = default;
        if (text.IsEmpty || !IsShaped(text))
        {
            return false;
        }

        return text.Contains((byte)':') ? TryParseV6(text, out address) : TryParseV4(text, out address);
    }

    /// <summary>Tells whether the address and a network agree in their first bits.</summary>
    /// <param name="network">The network.</param>
    /// <param name="bits">How many bits, less than the family has.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool IsWithin(IpValue network, int bits) =>
        IsV4 == network.IsV4 && (bits == 0 || (Value ^ network.Value) >> (Bits - bits) == 0);

    private static bool TryParseV4(ReadOnlySpan<byte> text, out IpValue address)
    {
        address = default;
        if (text.Length > MaximumV4Length)
        {
            return false;
        }

        uint value = 0;
        foreach (Range range in text.Split((byte)'.'))
        {
            int octet = 0;
            foreach (byte digit in text[range])
            {
                octet = Math.Min((octet * 10) + (digit - '0'), 256);
            }

            if (octet > 255)
            {
                return false;
            }

            value = (value << 8) | (uint)octet;
        }

        address = new IpValue(value, true);
        return true;
    }

    private static bool TryParseV6(ReadOnlySpan<byte> text, out IpValue address)
    {
        address = default;
        Span<byte> bytes = stackalloc byte[Groups * 2];
        int gap = text.IndexOf("::"u8);
        if (gap >= 0 && text[(gap + 1)..].IndexOf("::"u8) >= 0)
        {
            return false;
        }

        int head = ReadGroups(gap < 0 ? text : text[..gap], bytes);
        Span<byte> tail = stackalloc byte[Groups * 2];
        int tailGroups = gap < 0 ? 0 : ReadGroups(text[(gap + 2)..], tail);
        if (head < 0 || tailGroups < 0 || (gap < 0 ? head != Groups : head + tailGroups >= Groups))
        {
            return false;
        }

        tail[..(tailGroups * 2)].CopyTo(bytes[^(tailGroups * 2)..]);
        UInt128 value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        bool isMapped = value >> 32 == 0xffff;
        address = isMapped ? new IpValue(value & uint.MaxValue, true) : new IpValue(value, false);
        return true;
    }

    /// <summary>Reads groups between single colons; returns how many, or -1.</summary>
    private static int ReadGroups(ReadOnlySpan<byte> text, Span<byte> output)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        int count = 0;
        foreach (Range range in text.Split((byte)':'))
        {
            int value = text[range].IsEmpty ? -1 : ReadGroup(text[range]);
            if (value < 0 || count == Groups)
            {
                return -1;
            }

            BinaryPrimitives.WriteUInt16BigEndian(output[(count * 2)..], (ushort)value);
            count++;
        }

        return count;
    }

    private static int ReadGroup(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte digit in text)
        {
            value = (value << 4) | (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit & ~0x20) - 'A' + 10);
            if (value > ushort.MaxValue)
            {
                return -1;
            }
        }

        return value;
    }
}
