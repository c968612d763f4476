using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Text;

/// <summary>Writes JSON strings so that reading gives back the same UTF-16 text, lone surrogates included.</summary>
internal static class JsonQuoting
{
    public static string Quoted(string value) => new StringBuilder().AppendQuoted(value).ToString();

    public static StringBuilder AppendQuoted(this StringBuilder output, string value)
    {
        output.Append('"');
        int index = 0;
        while (index < value.Length)
        {
            int length = Utf16.LengthAt(value, index);
            if (length == 2)
            {
                output.Append(value, index, length);
            }
            else
            {
                AppendOne(output, value[index]);
            }

            index += length;
        }

        return output.Append('"');
    }

    private static void AppendOne(StringBuilder output, char character)
    {
        if (character is '"' or '\\')
        {
            output.Append('\\').Append(character);
        }
        else if (character < ' ' || char.IsSurrogate(character))
        {
            output.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }
        else
        {
            output.Append(character);
        }
    }
}
