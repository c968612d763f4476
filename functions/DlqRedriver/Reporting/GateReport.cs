using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What the gate saw, and what it made of it.</summary>
internal sealed record GateReport
{
    /// <summary>Gets the state: MetricsUnavailable, Failing, Unknown, Proving or Open.</summary>
    public required GateState State { get; init; }

    /// <summary>Gets the length of the window looked at, in seconds, or null when CloudWatch could not be asked.</summary>
    public double? WindowSeconds { get; init; }

    /// <summary>Gets the attempts and successes of the rule of live events.</summary>
    public RuleInvocations? Live { get; init; }

    /// <summary>Gets the attempts and successes of the redrive rule.</summary>
    public RuleInvocations? Redrive { get; init; }

    /// <summary>Makes it.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="health">What it saw.</param>
    /// <returns>The report.</returns>
    public static GateReport Of(Gate gate, DestinationHealth? health) =>
        new()
        {
            State = gate.State,
            WindowSeconds = health?.Window.TotalSeconds,
            Live = health?.Live,
            Redrive = health?.Redrive,
        };
}
