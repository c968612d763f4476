namespace Firetiger.Sandbox.Wire;

/// <summary>A response, written in some protocol.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record WireResponse(int Status, ReadOnlyMemory<byte> Body);
