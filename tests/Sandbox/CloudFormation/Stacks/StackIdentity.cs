namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>How a stack is known.</summary>
/// <param name="Name">Its name, which a later stack may have again.</param>
/// <param name="Id">Its ARN, which is never given twice.</param>
internal sealed record StackIdentity(string Name, string Id)
{
    public bool HasName(string name) => string.Equals(Name, name, StringComparison.Ordinal);

    public bool HasId(string id) => string.Equals(Id, id, StringComparison.Ordinal);
}
