namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>What it means that something in a pattern cannot match.</summary>
internal enum Consequence
{
    /// <summary>The pattern as a whole never matches.</summary>
    Pattern,

    /// <summary>It is within <c>$or</c>, so another alternative may match.</summary>
    Branch,

    /// <summary>It is one value of a list, so another one may match.</summary>
    Value,

    /// <summary>Another field of the same path replaces it, always or in an alternative of <c>$or</c>.</summary>
    Replaced,

    /// <summary>The pattern may be meant for other events than those of ECS.</summary>
    Ecs,
}
