namespace Firetiger.RedriveSimulation;

/// <summary>How things stood after a run.</summary>
/// <param name="At">When, seconds.</param>
/// <param name="Waiting">Events in the dead-letter queue, and copies whose fate is not known.</param>
/// <param name="Quarantined">Events given up so far.</param>
internal readonly record struct Moment(double At, int Waiting, int Quarantined);
