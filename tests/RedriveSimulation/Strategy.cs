namespace Firetiger.RedriveSimulation;

/// <summary>Who redrives.</summary>
internal enum Strategy
{
    /// <summary>Nobody: what live events meet without a redrive.</summary>
    None,

    /// <summary>The redriver's own policy.</summary>
    Gated,

    /// <summary>The baseline: each run sends everything, counts each copy, and gives up after five.</summary>
    EveryTick,
}
