using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Text;

/// <summary>UTF-8 that can also hold lone surrogates (three bytes each), so that any JSON string has bytes of its own.</summary>
internal static class Wtf8
{
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\ud800', '\udfff'))
        {
            byte[] plain = new byte[Encoding.UTF8.GetByteCount(text)];
            Encoding.UTF8.GetBytes(text, plain);
            return plain;
        }

        byte[] bytes = new byte[checked(text.Length * 3)];
        int length = 0;
        int index = 0;
        while (index < text.Length)
        {
            int units = Utf16.LengthAt(text, index);
            int scalar = units == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
            length += Write(scalar, bytes.AsSpan(length));
            index += units;
        }

        return bytes[..length];
    }

    /// <summary>Unescapes the inside of a JSON string that has already been checked to be one.</summary>
    /// <param name="escaped">The bytes between the quotes.</param>
    /// <param name="output">As long as <paramref name="escaped"/> or longer.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> output)
    {
        int read = 0;
        int written = 0;
        while (read < escaped.Length)
        {
            if (escaped[read] != '\\')
            {
                output[written++] = escaped[read++];
            }
            else if (escaped[read + 1] != 'u')
            {
                output[written++] = Short(escaped[read + 1]);
                read += 2;
            }
            else
            {
                int scalar = Unit(escaped, read);
                read += 6;
                if (IsHigh(scalar) && IsLow(Unit(escaped, read)))
                {
                    scalar = char.ConvertToUtf32((char)scalar, (char)Unit(escaped, read));
                    read += 6;
                }

                written += Write(scalar, output[written..]);
            }
        }

        return written;
    }

    private static int Unit(ReadOnlySpan<byte> escaped, int offset) =>
        offset + 6 <= escaped.Length
        && BinaryPrimitives.ReadUInt16LittleEndian(escaped[offset..]) == 0x755c
        && ushort.TryParse(
            escaped.Slice(offset + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out ushort unit
        )
            ? unit
            : 0;

    private static byte Short(byte escape) =>
        (char)escape switch
        {
            'b' => (byte)'\b',
            'f' => (byte)'\f',
            'n' => (byte)'\n',
            'r' => (byte)'\r',
            't' => (byte)'\t',
            _ => escape,
        };

    private static bool IsHigh(int unit) => unit is >= 0xd800 and <= 0xdbff;

    private static bool IsLow(int unit) => unit is >= 0xdc00 and <= 0xdfff;

    private static int Write(int scalar, Span<byte> output)
    {
        int length = scalar switch
        {
            < 0x80 => 1,
            < 0x800 => 2,
            < 0x10000 => 3,
            _ => 4,
        };
        for (int index = length - 1; index > 0; index--)
        {
            output[index] = (byte)(0x80 | (scalar & 0x3f));
            scalar >>= 6;
        }

        output[0] = (byte)(length == 1 ? scalar : ((0xf00 >> length) & 0xff) | scalar);
        return length;
    }
}
