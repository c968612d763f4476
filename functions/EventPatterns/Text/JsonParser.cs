using System.Runtime.InteropServices;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Text;

/// <summary>
/// Reads the first JSON value of a text as EventBridge's reader (Jackson) judges it, and goes on after a mistake so that one text gives
/// all its findings: one for each mistake.
/// </summary>
internal sealed class JsonParser
{
    /// <summary>Jackson's own limit; it also keeps the recursion within any stack.</summary>
    private const int MaximumDepth = 1000;

    private const int UsualDepth = 8;

    private const string Blank = " \t\r\n";

    private readonly SourceText _source;
    private readonly DiagnosticBag _findings;
    private readonly JsonLexer _lexer;

    /// <summary>Where the brackets stand that are open.</summary>
    private readonly Stack<int> _open = new(UsualDepth);
    private readonly List<JsonMember> _members = new(UsualDepth);
    private readonly List<JsonSyntax> _items = new(UsualDepth);
    private JsonToken _token;
    private JsonTokenKind _previous;
    private bool _stopped;
    private bool _isCut;
    private bool _isBeforeColon;
    private bool _isTerraform;

    private JsonParser(SourceText source, DiagnosticBag findings)
    {
        _source = source;
        _findings = findings;
        _lexer = new JsonLexer(source, findings);
    }

    /// <summary>Reads the first value; what stands behind it is not looked at but to warn.</summary>
    /// <param name="source">The text.</param>
    /// <param name="findings">Where findings go.</param>
    /// <returns>The value, or <see langword="null"/> when there is none.</returns>
    public static JsonDocumentSyntax Parse(SourceText source, DiagnosticBag findings)
    {
        JsonParser parser = new(source, findings);
        return parser.ParseDocument();
    }

    private JsonDocumentSyntax ParseDocument()
    {
        Advance(JsonPath.Root);
        if (_token is { Kind: JsonTokenKind.Unknown, Value: "\ufeff" })
        {
            _findings.Report(JsonFindings.ByteOrderMark, _token.Span, JsonPath.Root);
            Advance(JsonPath.Root);
        }

        if (_token.Kind == JsonTokenKind.End)
        {
            return new(null, 0, _token.Span);
        }

        JsonSyntax value = ParseValue(JsonPath.Root, isRoot: true);
        CheckRest(value);
        return new(value, _isCut ? 0 : _lexer.CompactLength, value.Span);
    }

    private void Advance(JsonPath path, bool expectsName = false)
    {
        _previous = _token.Kind;
        _token = _lexer.Next(path, expectsName);
    }

    private JsonSyntax ParseValue(JsonPath path, bool isRoot = false)
    {
        JsonToken token = _token;
        if (token.Kind is JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket)
        {
            return ParseContainer(token, path, isRoot);
        }

        if (!token.StartsValue)
        {
            return Unexpected(token, path, isRoot);
        }

        if (!isRoot)
        {
            Advance(path);
        }

        return Scalar(token, path);
    }

    private JsonSyntax Scalar(JsonToken token, JsonPath path)
    {
        if (token.IsMistaken)
        {
            return new JsonMistake(token.Span, path);
        }

        switch (token.Kind)
        {
            case JsonTokenKind.String:
                return new JsonString(token.Span, path, token.Value);
            case JsonTokenKind.Number:
                return new JsonNumber(token.Span, path, token.Value);
            case JsonTokenKind.Word:
                _findings.Report(
                    IsOtherNotation(token)
                        ? JsonFindings.OtherNotation(token.Value)
                        : JsonFindings.UnknownLiteral(token.Value),
                    token.Span,
                    path
                );
                return new JsonMistake(token.Span, path);
            case JsonTokenKind.OtherQuotes:
                _findings.Report(JsonFindings.OtherQuotes(FirstOf(token), inName: false), token.Span, path);
                return new JsonMistake(token.Span, path);
            default:
                return new JsonLiteral(token.Span, path, token.Value);
        }
    }

    /// <summary>Tells whether the whole text begins as YAML or Terraform do: a bare name, then <c>:</c>, <c>=</c> or <c>(</c>.</summary>
    private bool IsOtherNotation(JsonToken token) =>
        _open.Count == 0 && _source.Text.AsSpan(token.Span.End).TrimStart(' ') is [':' or '=' or '(', ..];

    private JsonSyntax Unexpected(JsonToken token, JsonPath path, bool isRoot)
    {
        if (token.Kind == JsonTokenKind.End)
        {
            ReportEnd(path);
        }
        else
        {
            _findings.Report(JsonFindings.NoValue(token.Value), token.Span, path);
            if (token.Kind is JsonTokenKind.Unknown or JsonTokenKind.Colon)
            {
                Advance(path);
                return _token.StartsValue ? ParseValue(path, isRoot) : new JsonMistake(token.Span, path);
            }
        }

        return new JsonMistake(token.Span, path);
    }

    private JsonSyntax ParseContainer(JsonToken open, JsonPath path, bool isRoot)
    {
        if (_open.Count == MaximumDepth)
        {
            _findings.Report(JsonFindings.TooDeep(MaximumDepth), open.Span, path);
            _isCut = true;
            Stop();
            return new JsonMistake(open.Span, path);
        }

        _open.Push(open.Span.Start);
        bool isObject = open.Kind == JsonTokenKind.OpenBrace;
        Advance(path, isObject);
        JsonTokenKind close = isObject ? JsonTokenKind.CloseBrace : JsonTokenKind.CloseBracket;
        JsonSyntax result = isObject ? ParseObject(open, path) : ParseArray(open, path);
        _open.Pop();

        // The token behind the root is not even looked at, because EventBridge does not either.
        if (!isRoot && !_stopped && _token.Kind == close)
        {
            Advance(path);
        }

        return result;
    }

    private JsonObject ParseObject(JsonToken open, JsonPath path)
    {
        int first = _members.Count;
        int findingsBefore = _findings.Count;
        while (!_stopped && !AtClose(JsonTokenKind.CloseBrace, path))
        {
            if (_token.NamesMember)
            {
                _members.Add(ParseMember(path));
                ParseSeparator(JsonTokenKind.CloseBrace, path);
            }
            else
            {
                SkipUnexpected(JsonFindings.NoName, path);
            }
        }

        JsonMember[] members = TakeFrom(first, _members);
        return new JsonObject(SpanFrom(open), path, members, members.Length == 0 && _findings.Count > findingsBefore);
    }

    private JsonMember ParseMember(JsonPath path)
    {
        JsonToken name = _token;
        JsonPath place = path.Field(name.Value);
        Advance(place);
        if (IsTerraform(name))
        {
            ReportTerraform(name, place);
            return new JsonMember(name.Value, name.Span, ParseValue(place));
        }

        ReportName(name, path);
        if (_token.Kind != JsonTokenKind.Colon)
        {
            _isBeforeColon = true;
            return new JsonMember(name.Value, name.Span, ParseAfterMissingColon(name, place));
        }

        Advance(place);
        return new JsonMember(name.Value, name.Span, ParseValue(place));
    }

    /// <summary>Tells whether a field is written as Terraform's language (HCL) does: a name and <c>=</c>, or a bare name and a block.</summary>
    private bool IsTerraform(JsonToken name) =>
        name.Kind is JsonTokenKind.Word or JsonTokenKind.String
        && _token switch
        {
            // A quoted name with a wrong sign among fields of JSON is a slip.
            { Kind: JsonTokenKind.Unknown, Value: "=" } => name.Kind == JsonTokenKind.Word || _isTerraform || IsFirst(),
            { Kind: JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket } => name.Kind == JsonTokenKind.Word,
            { Kind: JsonTokenKind.Colon } => _isTerraform && name.Kind == JsonTokenKind.Word,
            _ => false,
        };

    private bool IsFirst() => _open.Count == 1 && _members.Count == 0;

    /// <summary>Reports the notation once: what it lacks of JSON everywhere else is the same mistake.</summary>
    private void ReportTerraform(JsonToken name, JsonPath place)
    {
        if (!_isTerraform)
        {
            bool isQuoted = name.Kind == JsonTokenKind.String;
            _findings.Report(JsonFindings.Terraform(FirstOf(isQuoted ? _token : name), isQuoted), name.Span, place);
            _isTerraform = true;
        }

        if (_token.Kind is JsonTokenKind.Unknown or JsonTokenKind.Colon)
        {
            Advance(place);
        }
    }

    private JsonSyntax ParseAfterMissingColon(JsonToken name, JsonPath place)
    {
        if (ReportedEnd(place))
        {
            return new JsonMistake(name.Span, place);
        }

        _findings.Report(JsonFindings.MissingColon(name.Value, FirstOf(_token)), name.Span, place);
        if (_token.Kind == JsonTokenKind.Unknown)
        {
            Advance(place);
        }

        return _token.StartsValue ? ParseValue(place) : new JsonMistake(name.Span, place);
    }

    private void ReportName(JsonToken name, JsonPath path)
    {
        if (name.Kind == JsonTokenKind.OtherQuotes)
        {
            _findings.Report(JsonFindings.OtherQuotes(FirstOf(name), inName: true), name.Span, path);
        }
        else if (name.Kind != JsonTokenKind.String && !name.IsMistaken)
        {
            _findings.Report(JsonFindings.UnquotedName(name.Value), name.Span, path);
        }
    }

    private JsonArray ParseArray(JsonToken open, JsonPath path)
    {
        int first = _items.Count;
        int findingsBefore = _findings.Count;
        while (!_stopped && !AtClose(JsonTokenKind.CloseBracket, path))
        {
            if (_token.StartsValue)
            {
                _items.Add(ParseValue(path.Item(_items.Count - first)));
                ParseSeparator(JsonTokenKind.CloseBracket, path);
            }
            else
            {
                SkipUnexpected(JsonFindings.NoValue, path);
            }
        }

        JsonSyntax[] items = TakeFrom(first, _items);
        return new JsonArray(SpanFrom(open), path, items, items.Length == 0 && _findings.Count > findingsBefore);
    }

    /// <summary>Takes what was added to a list since; the inner ones have taken theirs before.</summary>
    private static T[] TakeFrom<T>(int first, List<T> list)
    {
        T[] taken = CollectionsMarshal.AsSpan(list)[first..].ToArray();
        list.RemoveRange(first, taken.Length);
        return taken;
    }

    /// <summary>Ends an object or array: at its own bracket, at the end of the text, or at the bracket of what is around it.</summary>
    private bool AtClose(JsonTokenKind close, JsonPath path)
    {
        if (_token.Kind == close || ReportedEnd(path))
        {
            return true;
        }

        if (_token.Kind is not (JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket))
        {
            return false;
        }

        string expected = close == JsonTokenKind.CloseBrace ? "}" : "]";
        _findings.Report(JsonFindings.WrongBracket(_token.Value, expected), _token.Span, path);
        return RecoverFromWrongBracket(close, path);
    }

    /// <summary>
    /// Guesses what a wrong bracket was meant for: nothing at all, the object or array it stands in, or the one around that, whose own
    /// bracket is then missing. Returns whether the one it stands in ends.
    /// </summary>
    private bool RecoverFromWrongBracket(JsonTokenKind close, JsonPath path)
    {
        if (_open.Count == 1)
        {
            Advance(path);
            ParseSeparator(close, path);
            return false;
        }

        char open = _token.Kind == JsonTokenKind.CloseBrace ? '{' : '[';
        int around = _open.Skip(1).Count(offset => _source.Text[offset] == open);
        bool isOnlyRoot = around == 1 && _source.Text[_open.Last()] == open;
        bool textFollows = !_source.Text.AsSpan(_token.Span.End).IsWhiteSpace();
        if (around == 0 || (isOnlyRoot && textFollows))
        {
            _token = _token with { Kind = close };
        }

        return true;
    }

    private void ParseSeparator(JsonTokenKind close, JsonPath path)
    {
        if (_stopped)
        {
            return;
        }

        if (_token.Kind == JsonTokenKind.Comma)
        {
            TextSpan comma = _token.Span;
            Advance(path, close == JsonTokenKind.CloseBrace);
            if (_token.Kind == close)
            {
                _findings.Report(JsonFindings.TrailingComma(_token.Value), comma, path);
            }
        }
        else if (_token.StartsValue)
        {
            bool inArray = close == JsonTokenKind.CloseBracket;
            if (_isTerraform && !inArray)
            {
                return;
            }

            _findings.Report(JsonFindings.MissingComma(_token.Value, FirstOf(_token), inArray), _token.Span, path);
        }
    }

    private void SkipUnexpected(Func<string, Finding> describe, JsonPath path)
    {
        if (_token.Kind is JsonTokenKind.End or JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket)
        {
            return;
        }

        _findings.Report(describe(_token.Value), _token.Span, path);
        int depth = 0;
        do
        {
            depth += _token.Kind switch
            {
                JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket => 1,
                JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket => -1,
                _ => 0,
            };
            Advance(path);
        } while (_token.Kind != JsonTokenKind.End && (depth > 0 || !EndsSkipping()));
    }

    private bool EndsSkipping() =>
        _token.StartsValue || _token.Kind is JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket;

    private bool ReportedEnd(JsonPath path)
    {
        if (_token.Kind == JsonTokenKind.End && !_stopped)
        {
            ReportEnd(path);
        }

        return _stopped;
    }

    /// <summary>Reports a text that ends too early, once, and not if an unterminated string is what swallowed the rest.</summary>
    private void ReportEnd(JsonPath path)
    {
        if (!_findings.HasUnterminatedStringAt(_source.Text.Length))
        {
            string missing = string.Concat(_open.Select(offset => _source.Text[offset] == '{' ? "}" : "]"));
            TextSpan span = _open.TryPeek(out int open) ? new(open, 1) : _token.Span;
            _findings.Report(JsonFindings.UnexpectedEnd(missing, DetailOfEnd(missing)), span, path);
        }

        Stop();
    }

    /// <summary>EventBridge names the place of the bracket too unless more was promised; that is left out.</summary>
    private string DetailOfEnd(string missing) =>
        _previous is JsonTokenKind.Comma or JsonTokenKind.Colon || _isBeforeColon
            ? JacksonText.EndBetween(missing.StartsWith(']'))
            : JacksonText.EndWithin(missing.StartsWith(']'));

    private void Stop() => _stopped = true;

    private char FirstOf(JsonToken token) => _source.Text[token.Span.Start];

    private TextSpan SpanFrom(JsonToken open) => TextSpan.Between(open.Span.Start, _token.Span.End);

    private void CheckRest(JsonSyntax value)
    {
        int end = value.Span.End;
        ReadOnlySpan<char> rest = _source.Text.AsSpan(end);
        int blank = rest.Length - rest.TrimStart(Blank).Length;
        if (!_stopped && value is JsonObject && blank < rest.Length)
        {
            int length = rest.TrimEnd(Blank).Length - blank;
            Finding finding = GoesOn(rest[blank..])
                ? MistakeFindings.ClosedTooEarly(_source.PositionOf(end - 1))
                : MistakeFindings.TextAfterPattern;
            _findings.Report(finding, new TextSpan(end + blank, length), JsonPath.Root);
        }
    }

    /// <summary>Tells whether a text looks like the next field of an object.</summary>
    private static bool GoesOn(ReadOnlySpan<char> rest) => rest[0] == ',' && rest[1..].TrimStart().StartsWith('"');
}
