namespace Firetiger.EventPatterns.Text;

/// <summary>A text with its lines. Offsets and columns count UTF-16 code units.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text)
    {
        Text = text;
        int next;
        for (int offset = 0; (next = text.AsSpan(offset).IndexOfAny('\r', '\n')) >= 0; )
        {
            offset += next + 1;
            if (text[offset - 1] == '\n' || IsLoneCarriageReturn(offset - 1))
            {
                _lineStarts.Add(offset);
            }
        }
    }

    public string Text { get; }

    public TextPosition PositionOf(int offset)
    {
        int found = _lineStarts.BinarySearch(offset);
        int line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>Gets one line without its line break.</summary>
    /// <param name="number">The line, 1-based.</param>
    /// <returns>The text of the line.</returns>
    public string LineText(int number)
    {
        int start = _lineStarts[number - 1];
        int end = number < _lineStarts.Count ? _lineStarts[number] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    private bool IsLoneCarriageReturn(int offset) =>
        Text[offset] == '\r' && (offset + 1 == Text.Length || Text[offset + 1] != '\n');
}
