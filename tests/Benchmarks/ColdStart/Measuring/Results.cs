namespace Firetiger.ColdStart.Measuring;

/// <summary>Everything that was measured.</summary>
/// <param name="Rows">A row for each function and protocol.</param>
/// <param name="Drains">The redriver with the largest events, by the memory that it was told the machine has.</param>
/// <param name="BytesPerMessage">What the redriver allocates for one message more.</param>
internal sealed record Results(IReadOnlyList<Row> Rows, IReadOnlyList<Drain> Drains, long BytesPerMessage);
