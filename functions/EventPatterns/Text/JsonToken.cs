namespace Firetiger.EventPatterns.Text;

/// <summary>One token of a JSON text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">The unescaped string, or the literal text.</param>
/// <param name="IsMistaken">Whether a finding about it has been reported, so that nobody reports another.</param>
internal readonly record struct JsonToken(JsonTokenKind Kind, TextSpan Span, string Value, bool IsMistaken = false)
{
    public bool StartsValue =>
        Kind
            is JsonTokenKind.OpenBrace
                or JsonTokenKind.OpenBracket
                or JsonTokenKind.String
                or JsonTokenKind.Number
                or JsonTokenKind.True
                or JsonTokenKind.False
                or JsonTokenKind.Null
                or JsonTokenKind.Word
                or JsonTokenKind.OtherQuotes;

    public bool NamesMember =>
        Kind is JsonTokenKind.String or JsonTokenKind.Word or JsonTokenKind.OtherQuotes or JsonTokenKind.Number;
}
