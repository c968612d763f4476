namespace Firetiger.ColdStart.Measuring;

/// <summary>One process from its start to its last invocation.</summary>
/// <param name="Cold">From the start of the process to its first finished invocation.</param>
/// <param name="Warm">The median of its last invocations, each from taken to finished.</param>
/// <param name="PeakResidentBytes">The most memory that was resident.</param>
/// <param name="Calls">The calls to AWS of one invocation.</param>
internal sealed record Sample(TimeSpan Cold, TimeSpan Warm, long PeakResidentBytes, int Calls);
