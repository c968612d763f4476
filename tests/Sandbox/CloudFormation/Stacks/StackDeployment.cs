using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Intrinsics;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>One pass over a plan: brings each resource to what the plan says, and remembers how to go back.</summary>
internal sealed class StackDeployment
{
    private readonly Stack _stack;
    private readonly StackPlan _plan;
    private readonly ResourceTypes _types;
    private readonly ResourceSteps _steps;
    private readonly Evaluator _evaluator;

    public StackDeployment(SandboxContext context, Stack stack, StackPlan plan, ResourceTypes types)
    {
        (_stack, _plan, _types) = (stack, plan, types);
        _steps = new ResourceSteps(context, stack, types);
        _evaluator = new Evaluator(plan.Template, plan.Parameters, stack.Identity, stack.StateOf);
    }

    /// <summary>Gets what replacements left behind: deleted when all else has succeeded.</summary>
    public List<StackResource> Obsolete { get; } = [];

    /// <summary>Gets what was made, in order: deleted when it is rolled back.</summary>
    public List<StackResource> Created { get; } = [];

    /// <summary>Gets the resources as they were before they were changed or replaced, in order.</summary>
    public List<StackResource> Before { get; } = [];

    /// <summary>Runs until the end or the first failure.</summary>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The logical id that failed; null when none did.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var declaration in _plan.Order)
        {
            if (!await DeployAsync(declaration, cancellationToken))
            {
                return declaration.LogicalId;
            }
        }

        _stack.Sort([.. _plan.Order.Select(declaration => declaration.LogicalId)]);
        return null;
    }

    /// <summary>Resolves the plan's outputs.</summary>
    /// <returns>Why that failed; null when it did not.</returns>
    public string? ResolveOutputs()
    {
        try
        {
            _stack.Outputs = _plan.Outputs(_evaluator);
            return null;
        }
        catch (AwsException e)
        {
            return e.Message;
        }
    }

    private async Task<bool> DeployAsync(ResourceDeclaration declaration, CancellationToken cancellationToken)
    {
        var current = _stack.Find(declaration.LogicalId);
        var properties = Resolve(declaration, current);
        if (properties is null)
        {
            return false;
        }

        if (current is null)
        {
            return await CreateAsync(declaration, properties, "CREATE", cancellationToken);
        }

        if (NeedsReplacement(current, declaration, properties))
        {
            return await ReplaceAsync(current, declaration, properties, cancellationToken);
        }

        if (!JsonNode.DeepEquals(current.Properties, properties))
        {
            return await UpdateAsync(current, declaration, properties, cancellationToken);
        }

        _stack.Put(current with { Declaration = declaration });
        return true;
    }

    private bool NeedsReplacement(StackResource current, ResourceDeclaration declaration, JsonObject properties) =>
        !string.Equals(current.Type, declaration.Type, StringComparison.Ordinal)
        || _types.Find(declaration.Type).NeedsReplacement(current.Properties, properties);

    private JsonObject? Resolve(ResourceDeclaration declaration, StackResource? current)
    {
        try
        {
            return _evaluator.ResolveProperties(declaration.Properties);
        }
        catch (AwsException e)
        {
            var status = current is null ? "CREATE_FAILED" : "UPDATE_FAILED";
            _steps.Tell(declaration, current?.State.PhysicalId ?? "", status, e.Message);
            return null;
        }
    }

    private async Task<bool> CreateAsync(
        ResourceDeclaration declaration,
        JsonObject properties,
        string verb,
        CancellationToken cancellationToken
    )
    {
        var (made, failure) = await _steps.CreateAsync(declaration, properties, verb, cancellationToken);
        if (made is not null)
        {
            Created.Add(made);
            _stack.Put(made);
        }

        return failure is null;
    }

    private async Task<bool> ReplaceAsync(
        StackResource current,
        ResourceDeclaration declaration,
        JsonObject properties,
        CancellationToken cancellationToken
    )
    {
        Before.Add(current);
        Obsolete.Add(current);
        return await CreateAsync(declaration, properties, "UPDATE", cancellationToken);
    }

    private async Task<bool> UpdateAsync(
        StackResource current,
        ResourceDeclaration declaration,
        JsonObject properties,
        CancellationToken cancellationToken
    )
    {
        Before.Add(current);
        var (changed, _) = await _steps.UpdateAsync(current, declaration, properties, cancellationToken);
        if (changed is null)
        {
            // What a failed change has left is unknown: rolling back changes it from what was wanted to what was.
            _stack.Put(current with { Properties = properties });
            return false;
        }

        if (!string.Equals(changed.State.PhysicalId, current.State.PhysicalId, StringComparison.Ordinal))
        {
            Obsolete.Add(current);
        }

        _stack.Put(changed);
        return true;
    }
}
