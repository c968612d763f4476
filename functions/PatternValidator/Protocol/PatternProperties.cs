using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>The properties of a <c>Custom::EventPattern</c> that bear on the judgement.</summary>
/// <param name="EventPattern">The pattern as JSON text, or empty.</param>
/// <param name="Options">How to judge it.</param>
/// <remarks>EventBusName is a property too, only so that CloudFormation asks again when the bus changes.</remarks>
internal sealed record PatternProperties(string EventPattern, AnalysisOptions Options)
{
    /// <summary>Gets the events, as JSON text, that the pattern must match.</summary>
    public IReadOnlyList<string> MatchingSamples { get; init; } = [];

    /// <summary>Gets the events, as JSON text, that the pattern must not match.</summary>
    public IReadOnlyList<string> NonMatchingSamples { get; init; } = [];

    /// <summary>Gets the names of properties that mean nothing here.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Gets what is wrong with the properties themselves, in sentences; empty when they can be judged.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
