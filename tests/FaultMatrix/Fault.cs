namespace Firetiger.FaultMatrix;

/// <summary>A fault of one operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Share">How often, over 0 to 1.</param>
/// <param name="Code">The error code of an entry that fails.</param>
internal sealed record Fault(string Operation, FaultKind Kind, double Share, string Code = "InternalFailure");
