namespace Firetiger.ColdStart.Measuring;

/// <summary>One run of the redriver over many of the largest events.</summary>
/// <param name="MemoryBytes">The memory that the process was told the machine has.</param>
/// <param name="Messages">The messages that were put and deleted.</param>
/// <param name="Time">How long the run took.</param>
/// <param name="PeakResidentBytes">The most memory that was resident.</param>
internal sealed record Drain(long MemoryBytes, int Messages, TimeSpan Time, long PeakResidentBytes);
