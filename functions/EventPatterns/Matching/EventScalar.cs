using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>One scalar of an event. It lives only as long as the event's bytes.</summary>
/// <param name="kind">What it is.</param>
/// <param name="bytes">The unescaped text of a string, or the literal.</param>
internal readonly ref struct EventScalar(EventScalarKind kind, ReadOnlySpan<byte> bytes)
{
    public EventScalarKind Kind { get; } = kind;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public bool IsString => Kind == EventScalarKind.String;

    /// <summary>Reads a scalar that is no string.</summary>
    /// <param name="literal">The text.</param>
    /// <param name="scalar">The scalar.</param>
    /// <returns><see langword="false"/> when it is no number, true, false or null.</returns>
    public static bool TryParseLiteral(ReadOnlySpan<byte> literal, out EventScalar scalar)
    {
        if (literal.Length <= JsonNumberGrammar.MaximumLength && JsonNumberGrammar.IsNumber(literal))
        {
            scalar = new(EventScalarKind.Number, literal);
            return true;
        }

        EventScalarKind? kind = literal switch
        {
            _ when literal.SequenceEqual("true"u8) => EventScalarKind.True,
            _ when literal.SequenceEqual("false"u8) => EventScalarKind.False,
            _ when literal.SequenceEqual("null"u8) => EventScalarKind.Null,
            _ => null,
        };
        scalar = new(kind ?? default, literal);
        return kind is not null;
    }

    /// <summary>Tells whether it is a number of a value.</summary>
    /// <param name="number">A number that EventBridge can compare; then so is any other spelling of it.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool HasNumber(DecimalNumber number) =>
        DecimalNumber.TryParse(Bytes, out DecimalNumber own) && own == number;
}
