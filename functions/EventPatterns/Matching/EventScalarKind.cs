namespace Firetiger.EventPatterns.Matching;

/// <summary>What an <see cref="EventScalar"/> is.</summary>
internal enum EventScalarKind
{
    String,
    Number,
    True,
    False,
    Null,
}
