namespace Firetiger.ColdStart.Packages;

/// <summary>What a function does in one invocation.</summary>
internal enum Work
{
    /// <summary>Sends a page of ten dead-lettered events again: receives, puts, deletes.</summary>
    Redrive,

    /// <summary>Answers a custom resource after asking EventBridge about its pattern.</summary>
    CustomResource,
}
