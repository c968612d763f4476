using Firetiger.EventPatterns.Operators;

namespace Firetiger.EventPatterns.Matching;

/// <summary>One scalar of an event. It lives only as long as the event's bytes.</summary>
/// <param name="kind">What it is.</param>
/// <param name="bytes">The unescaped text of a string, or the literal.</param>
internal readonly ref struct EventScalar(EventScalarKind kind, ReadOnlySpan<byte> bytes)
{
    public EventScalarKind Kind { get; } = kind;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public bool IsString => Kind == EventScalarKind.String;

    /// <summary>Reads a number that can be compared.</summary>
    /// <param name="number">The number.</param>
    /// <returns><see langword="false"/> when EventBridge cannot compare it.</returns>
    public bool TryGetNumber(out double number) => ComparableNumber.TryParse(Bytes, out number);
}
