namespace Firetiger.EventPatterns.Text;

/// <summary>A text with its lines. Offsets and columns count UTF-16 code units.</summary>
internal sealed class SourceText(string text)
{
    private List<int>? _lineStarts;

    public string Text => text;

    /// <summary>Gets where the lines begin, looked for when something is first to be told about the text.</summary>
    private List<int> LineStarts => _lineStarts ??= FindLines();

    public TextPosition PositionOf(int offset)
    {
        int found = LineStarts.BinarySearch(offset);
        int line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>Gets one line without its line break.</summary>
    /// <param name="number">The line, 1-based.</param>
    /// <returns>The text of the line.</returns>
    public string LineText(int number)
    {
        int start = LineStarts[number - 1];
        int end = number < LineStarts.Count ? LineStarts[number] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    private List<int> FindLines()
    {
        List<int> starts = [0];
        int next;
        for (int offset = 0; (next = text.AsSpan(offset).IndexOfAny('\r', '\n')) >= 0; )
        {
            offset += next + 1;
            if (text[offset - 1] == '\n' || IsLoneCarriageReturn(offset - 1))
            {
                starts.Add(offset);
            }
        }

        return starts;
    }

    private bool IsLoneCarriageReturn(int offset) =>
        Text[offset] == '\r' && (offset + 1 == Text.Length || Text[offset + 1] != '\n');
}
