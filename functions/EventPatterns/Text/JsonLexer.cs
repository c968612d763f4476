using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Text;

/// <summary>Cuts a JSON text into tokens, strictly as RFC 8259 says, and goes on after a mistake.</summary>
internal sealed class JsonLexer(SourceText source, DiagnosticBag findings)
{
    private readonly string _text = source.Text;
    private int _offset;
    private bool _expectsName;

    /// <summary>Gets the length of all tokens so far: the text as sent without white space.</summary>
    public int CompactLength { get; private set; }

    /// <summary>Gets where the next token is looked for.</summary>
    public int Offset => _offset;

    /// <summary>Reads the next token.</summary>
    /// <param name="path">The place that findings name.</param>
    /// <param name="expectsName">Whether a field name should come, about which EventBridge words some mistakes differently.</param>
    /// <returns>The token.</returns>
    public JsonToken Next(JsonPath path, bool expectsName)
    {
        _expectsName = expectsName;
        SkipBlank(path);
        JsonToken token = _offset == _text.Length ? Of(JsonTokenKind.End, "") : Scan(path);
        _offset = token.Span.End;
        CompactLength += token.Span.Length;
        return token;
    }

    private JsonToken Scan(JsonPath path) =>
        _text[_offset] switch
        {
            '{' => Of(JsonTokenKind.OpenBrace, "{"),
            '}' => Of(JsonTokenKind.CloseBrace, "}"),
            '[' => Of(JsonTokenKind.OpenBracket, "["),
            ']' => Of(JsonTokenKind.CloseBracket, "]"),
            ':' => Of(JsonTokenKind.Colon, ":"),
            ',' => Of(JsonTokenKind.Comma, ","),
            '"' => JsonStringScanner.Scan(_text, _offset, _expectsName, path, findings),
            '-' or '+' or '.' or (>= '0' and <= '9') => JsonNumberScanner.Scan(_text, _offset, path, findings),
            '\'' or '\u2018' or '\u2019' or '\u201c' or '\u201d' => OtherQuotes(),
            char first when char.IsLetter(first) || first == '_' => Word(),
            char first when char.IsHighSurrogate(first) && _offset + 1 < _text.Length => Of(JsonTokenKind.Unknown, 2),
            _ => Of(JsonTokenKind.Unknown, 1),
        };

    private JsonToken Of(JsonTokenKind kind, int length) => Of(kind, _text.Substring(_offset, length));

    private JsonToken Of(JsonTokenKind kind, string value) => new(kind, new TextSpan(_offset, value.Length), value);

    private JsonToken Word()
    {
        int end = _offset;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '-' or '$' or '.'))
        {
            end++;
        }

        return _text.AsSpan(_offset, end - _offset) switch
        {
            "true" => Of(JsonTokenKind.True, "true"),
            "false" => Of(JsonTokenKind.False, "false"),
            "null" => Of(JsonTokenKind.Null, "null"),
            _ => Of(JsonTokenKind.Word, end - _offset),
        };
    }

    private JsonToken OtherQuotes()
    {
        int end = _offset + 1;
        while (end < _text.Length && _text[end] is not ('\'' or '\u2018' or '\u2019' or '\u201c' or '\u201d' or '\n'))
        {
            end++;
        }

        bool closed = end < _text.Length && _text[end] != '\n';
        string value = _text[(_offset + 1)..end];
        return new(JsonTokenKind.OtherQuotes, TextSpan.Between(_offset, closed ? end + 1 : end), value);
    }

    private void SkipBlank(JsonPath path)
    {
        while (_offset < _text.Length)
        {
            if (_text[_offset] is ' ' or '\t' or '\r' or '\n')
            {
                _offset++;
            }
            else if (IsComment())
            {
                SkipComment(path);
            }
            else
            {
                return;
            }
        }
    }

    private bool IsComment() =>
        _text[_offset] == '#'
        || (_text[_offset] == '/' && _offset + 1 < _text.Length && _text[_offset + 1] is '/' or '*');

    private void SkipComment(JsonPath path)
    {
        int start = _offset;
        bool isBlock = _text.AsSpan(start).StartsWith("/*");
        int end = isBlock ? _text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2 : _text.IndexOf('\n', start);
        _offset = end <= start ? _text.Length : end;
        findings.Report(JsonFindings.Comment(_text[start], _expectsName), TextSpan.Between(start, _offset), path);
    }
}
