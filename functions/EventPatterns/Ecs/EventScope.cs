using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>Which events a part of a pattern is for.</summary>
/// <param name="Target">Whether they are ECS events.</param>
/// <param name="Events">Which kinds of them.</param>
internal readonly record struct EventScope(EcsTarget Target, EcsEvents Events)
{
    /// <summary>Gets how many <c>$or</c>s are around it.</summary>
    public int Depth { get; init; }

    /// <summary>Gets a value indicating whether a <c>source</c> is asked for, so that the detail-type does not tell it.</summary>
    public bool NamesSource { get; init; }

    /// <summary>Gets a value indicating whether it is within <c>$or</c>, so that something else may match.</summary>
    public bool InOr => Depth > 0;

    /// <summary>Gets a value indicating whether it is so deep that nobody wrote it by hand; rules that look ahead would take long there.</summary>
    public bool IsTooDeep => Depth > 4;

    /// <summary>Gets a value indicating whether an alternative of the same <c>$or</c> looks for an out-of-memory kill in the right place.</summary>
    public bool SeeksOutOfMemory { get; init; }

    /// <summary>Gets a value indicating whether another field of the same path replaces this one, always or in an alternative of <c>$or</c>.</summary>
    public bool IsReplaced { get; init; }

    public bool IsOnlyEcs => Target == EcsTarget.Only;

    /// <summary>Gets a value indicating whether the fields of these events are all known.</summary>
    public bool IsClosed => Events == EcsEvents.All || (Events & EcsEvents.Open) == EcsEvents.None;

    /// <summary>Gets what follows from a field that never matches.</summary>
    public Consequence Consequence =>
        this switch
        {
            { IsReplaced: true } => Consequence.Replaced,
            { InOr: true } => Consequence.Branch,
            _ => Consequence.Pattern,
        };

    /// <summary>Tells what follows from something that never matches.</summary>
    /// <param name="field">The field.</param>
    /// <param name="othersMayMatch">Whether another value of its list may match.</param>
    /// <returns>The consequence.</returns>
    public Consequence ConsequenceOf(EcsField field, bool othersMayMatch)
    {
        if (othersMayMatch)
        {
            return Consequence.Value;
        }

        if (!IsOnlyEcs && !field.IsEnvelope)
        {
            return Consequence.Ecs;
        }

        return Consequence;
    }
}
