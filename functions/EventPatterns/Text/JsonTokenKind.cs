namespace Firetiger.EventPatterns.Text;

/// <summary>What a <see cref="JsonToken"/> is.</summary>
internal enum JsonTokenKind
{
    End,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Colon,
    Comma,
    String,
    Number,
    True,
    False,
    Null,

    /// <summary>Letters that are no JSON literal, such as <c>True</c> or an unquoted key.</summary>
    Word,

    /// <summary>Text in single or typographic quotes.</summary>
    OtherQuotes,

    /// <summary>Any other character.</summary>
    Unknown,
}
