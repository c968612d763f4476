using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>Runs the operations of stacks: one resource after another, as far as it goes, and back when it fails.</summary>
/// <param name="context">The sandbox.</param>
/// <param name="types">The resource types.</param>
internal sealed class StackEngine(SandboxContext context, ResourceTypes types)
{
    /// <summary>Makes a new stack's resources; when one fails, deletes them again.</summary>
    /// <param name="stack">The stack, in CREATE_IN_PROGRESS.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The operation.</returns>
    public async Task CreateAsync(Stack stack, CancellationToken cancellationToken)
    {
        var deployment = new StackDeployment(context, stack, stack.Plan, types);
        var failed = await deployment.RunAsync(cancellationToken);
        var reason = failed is null
            ? deployment.ResolveOutputs()
            : $"The following resource(s) failed to create: [{failed}]. ";
        if (reason is null)
        {
            stack.Enter("CREATE_COMPLETE");
        }
        else if (stack.DisableRollback)
        {
            stack.Enter("CREATE_FAILED", reason);
        }
        else
        {
            stack.Enter("ROLLBACK_IN_PROGRESS", $"{reason.TrimEnd()} Rollback requested by user.");
            var clean = await DeleteAllAsync(stack, stack.Resources, IsRetainedOnCreate, cancellationToken);
            stack.Enter(clean ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED");
        }
    }

    /// <summary>Brings a stack to a new plan; when a resource fails, back to the old one.</summary>
    /// <param name="stack">The stack, in UPDATE_IN_PROGRESS.</param>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The operation.</returns>
    public async Task UpdateAsync(Stack stack, StackPlan wanted, CancellationToken cancellationToken)
    {
        var deployment = new StackDeployment(context, stack, wanted, types);
        var failed = await deployment.RunAsync(cancellationToken);
        var reason = failed is null
            ? deployment.ResolveOutputs()
            : $"The following resource(s) failed to update: [{failed}]. ";
        if (reason is not null)
        {
            stack.Enter("UPDATE_ROLLBACK_IN_PROGRESS", reason);
            await RollBackAsync(stack, deployment, cancellationToken);
            return;
        }

        stack.Plan = wanted;
        stack.Enter("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        var kept = wanted.Order.Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal);
        var removed = stack.Resources.Where(resource => !kept.Contains(resource.LogicalId)).ToList();
        await DeleteAllAsync(stack, removed, IsRetained, cancellationToken);
        await CleanUpAsync(stack, deployment.Obsolete, cancellationToken);
        stack.Enter("UPDATE_COMPLETE");
    }

    /// <summary>Deletes a stack.</summary>
    /// <param name="stack">The stack, in DELETE_IN_PROGRESS.</param>
    /// <param name="retained">Logical ids to leave, which a stack in DELETE_FAILED allows.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The operation.</returns>
    public async Task DeleteAsync(Stack stack, IReadOnlySet<string> retained, CancellationToken cancellationToken)
    {
        var clean = await DeleteAllAsync(
            stack,
            stack.Resources,
            resource => IsRetained(resource) || retained.Contains(resource.LogicalId),
            cancellationToken
        );
        var left = stack.Resources.Select(resource => resource.LogicalId);
        stack.Enter(
            clean ? "DELETE_COMPLETE" : "DELETE_FAILED",
            clean ? null : $"The following resource(s) failed to delete: [{string.Join(", ", left)}]. "
        );
    }

    private static bool IsRetained(StackResource resource) =>
        resource.Declaration.DeletionPolicy is not DeletionPolicy.Delete;

    private static bool IsRetainedOnCreate(StackResource resource) =>
        resource.Declaration.DeletionPolicy is DeletionPolicy.Retain;

    private async Task<bool> DeleteAllAsync(
        Stack stack,
        IEnumerable<StackResource> resources,
        Func<StackResource, bool> retain,
        CancellationToken cancellationToken
    )
    {
        var steps = new ResourceSteps(context, stack, types);
        var clean = true;
        foreach (var resource in resources.Reverse())
        {
            var gone = await steps.DeleteAsync(resource, retain(resource), cancellationToken);
            clean &= gone;
            if (gone)
            {
                stack.Drop(resource.LogicalId);
            }
        }

        return clean;
    }

    /// <summary>Deletes what replacements left behind. On AWS, too, a failure here does not fail the update.</summary>
    private async Task CleanUpAsync(
        Stack stack,
        IEnumerable<StackResource> obsolete,
        CancellationToken cancellationToken
    )
    {
        var steps = new ResourceSteps(context, stack, types);
        foreach (var resource in obsolete.Reverse())
        {
            var retain = resource.Declaration.UpdateReplacePolicy is DeletionPolicy.Retain;
            await steps.DeleteAsync(resource, retain, cancellationToken);
        }
    }

    private async Task RollBackAsync(Stack stack, StackDeployment deployment, CancellationToken cancellationToken)
    {
        var madeBesides = new List<StackResource>();
        foreach (var before in Enumerable.Reverse(deployment.Before))
        {
            var now = stack.Find(before.LogicalId)!;
            if (ReferenceEquals(now, before) || deployment.Created.Exists(made => made.Is(before.LogicalId)))
            {
                stack.Put(before);
            }
            else if (!await RestoreAsync(stack, now, before, madeBesides, cancellationToken))
            {
                stack.Enter(
                    "UPDATE_ROLLBACK_FAILED",
                    $"The following resource(s) failed to update: [{before.LogicalId}]. "
                );
                return;
            }
        }

        stack.Enter("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
        await DropCreatedAsync(stack, deployment, cancellationToken);
        await CleanUpAsync(stack, madeBesides, cancellationToken);
        stack.Sort([.. stack.Plan.Order.Select(resource => resource.LogicalId)]);
        stack.Enter("UPDATE_ROLLBACK_COMPLETE");
    }

    /// <summary>Updates a resource to its old properties. Nothing in the request tells it from any other update.</summary>
    private async Task<bool> RestoreAsync(
        Stack stack,
        StackResource now,
        StackResource before,
        List<StackResource> madeBesides,
        CancellationToken cancellationToken
    )
    {
        var steps = new ResourceSteps(context, stack, types);
        var (restored, _) = await steps.UpdateAsync(now, before.Declaration, before.Properties, cancellationToken);
        if (restored is null)
        {
            return false;
        }

        if (!string.Equals(restored.State.PhysicalId, now.State.PhysicalId, StringComparison.Ordinal))
        {
            madeBesides.Add(now);
        }

        stack.Put(restored);
        return true;
    }

    private async Task DropCreatedAsync(Stack stack, StackDeployment deployment, CancellationToken cancellationToken)
    {
        var steps = new ResourceSteps(context, stack, types);
        foreach (var made in Enumerable.Reverse(deployment.Created))
        {
            await steps.DeleteAsync(made, IsRetainedOnCreate(made), cancellationToken);
            if (stack.Find(made.LogicalId) is { } there && ReferenceEquals(there.State, made.State))
            {
                stack.Drop(made.LogicalId);
            }
        }
    }
}
