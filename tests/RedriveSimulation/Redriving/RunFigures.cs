using Firetiger.DlqRedriver.Policy;

namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>What one run did.</summary>
/// <param name="At">When, seconds.</param>
/// <param name="State">What the gate knew; null of the baseline, which has none.</param>
/// <param name="Budget">What it might send.</param>
/// <param name="Sent">What it sent.</param>
/// <param name="Depth">The messages in the queue before.</param>
/// <param name="CopiesUnderway">The copies of earlier runs whose fate was not known.</param>
internal readonly record struct RunFigures(
    double At,
    GateState? State,
    int Budget,
    int Sent,
    int Depth,
    int CopiesUnderway
);
