namespace Firetiger.DlqRedriver.Requests;

/// <summary>What an invocation asks for.</summary>
/// <param name="Action">The action's name, as the payload gives it.</param>
internal abstract record Request(string Action)
{
    /// <summary>Gets a value indicating whether to decide and count, but move nothing.</summary>
    public bool DryRun { get; init; }
}
