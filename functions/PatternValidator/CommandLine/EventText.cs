using System.Text;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Events as they were, on one line each.</summary>
internal static class EventText
{
    /// <summary>Writes an event without its line breaks and the blanks that indent its lines.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="utf8Event">The event, which must be JSON: then no string holds a line break.</param>
    public static void WriteLine(TextWriter output, ReadOnlySpan<byte> utf8Event)
    {
        foreach (var range in utf8Event.Split((byte)'\n'))
        {
            output.Write(Encoding.UTF8.GetString(utf8Event[range].Trim(" \t\r"u8)));
        }

        output.Write('\n');
    }
}
