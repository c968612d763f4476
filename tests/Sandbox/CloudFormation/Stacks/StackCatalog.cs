using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>Every stack there is or was. Safe for concurrent use.</summary>
internal sealed class StackCatalog
{
    private readonly Lock _lock = new();
    private readonly List<Stack> _stacks = [];

    public IReadOnlyList<Stack> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _stacks];
            }
        }
    }

    /// <summary>Adds a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>False when there is one of its name.</returns>
    public bool TryAdd(Stack stack)
    {
        lock (_lock)
        {
            if (_stacks.Exists(one => !one.IsDeleted && one.Identity.HasName(stack.Identity.Name)))
            {
                return false;
            }

            _stacks.Add(stack);
            return true;
        }
    }

    /// <summary>Finds a stack.</summary>
    /// <param name="nameOrId">Its name, or its id, by which a deleted one is found too.</param>
    /// <returns>The stack; null when there is none.</returns>
    public Stack? Find(string nameOrId) =>
        All.LastOrDefault(stack =>
            stack.Identity.HasId(nameOrId) || (!stack.IsDeleted && stack.Identity.HasName(nameOrId))
        );

    /// <summary>Finds a stack that must be there.</summary>
    /// <param name="nameOrId">Its name or id.</param>
    /// <returns>The stack.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError.</exception>
    public Stack Get(string nameOrId) =>
        Find(nameOrId) ?? throw TemplateError.Because($"Stack with id {nameOrId} does not exist");
}
