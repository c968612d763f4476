namespace Firetiger.Sandbox.Demo;

/// <summary>A stack event that says why a resource failed.</summary>
/// <param name="LogicalId">The resource in the template.</param>
/// <param name="Status">Such as <c>CREATE_FAILED</c>.</param>
/// <param name="Reason">The text beside it.</param>
internal sealed record StackFailure(string LogicalId, string Status, string Reason)
{
    /// <summary>Renders it as the console shows it.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Status}  {LogicalId}  {Reason}";
}
