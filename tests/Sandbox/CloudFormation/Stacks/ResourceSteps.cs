using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.CustomResources;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>Makes, changes and deletes one resource of a stack, and writes the events about it.</summary>
/// <param name="context">The sandbox.</param>
/// <param name="stack">The stack.</param>
/// <param name="types">The resource types.</param>
internal sealed class ResourceSteps(SandboxContext context, Stack stack, ResourceTypes types)
{
    private const string Replacing =
        "Requested update requires the creation of a new physical resource; hence creating one.";

    private readonly DynamicReferences _references = new(context.Aws);

    /// <summary>Makes a resource.</summary>
    /// <param name="declaration">The resource.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="verb">CREATE, or UPDATE when it replaces another.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>What there is of it, whole or not, and why it failed.</returns>
    public async Task<(StackResource? Made, string? Failure)> CreateAsync(
        ResourceDeclaration declaration,
        JsonObject properties,
        string verb,
        CancellationToken cancellationToken
    )
    {
        var begun = "";
        var request = Request(declaration, properties) with
        {
            Initiated = id =>
            {
                if (begun.Length == 0)
                {
                    Tell(declaration, id, $"{verb}_IN_PROGRESS", "Resource creation Initiated");
                }

                begun = id;
            },
        };
        Tell(declaration, "", $"{verb}_IN_PROGRESS", verb is "UPDATE" ? Replacing : null);
        var (state, failure) = await TryAsync(async () =>
            await types
                .Find(declaration.Type)
                .CreateAsync(await ResolvedAsync(request, cancellationToken), cancellationToken)
        );
        var there = state ?? (begun.Length > 0 ? new ResourceState(begun, []) : null);
        Tell(declaration, there?.PhysicalId ?? "", failure is null ? $"{verb}_COMPLETE" : $"{verb}_FAILED", failure);
        return (there is null ? null : new StackResource(declaration, properties, there), failure);
    }

    /// <summary>Changes a resource in place.</summary>
    /// <param name="current">The resource now.</param>
    /// <param name="declaration">What it is to be.</param>
    /// <param name="properties">Its properties to be.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The resource afterwards, or why it failed.</returns>
    public async Task<(StackResource? Changed, string? Failure)> UpdateAsync(
        StackResource current,
        ResourceDeclaration declaration,
        JsonObject properties,
        CancellationToken cancellationToken
    )
    {
        Tell(declaration, current.State.PhysicalId, "UPDATE_IN_PROGRESS");
        var (state, failure) = await TryAsync(async () =>
        {
            var request = await ResolvedAsync(Request(declaration, properties), cancellationToken);
            return await types
                .Find(declaration.Type)
                .UpdateAsync(request, current.State, current.Properties, cancellationToken);
        });
        Tell(
            declaration,
            (state ?? current.State).PhysicalId,
            failure is null ? "UPDATE_COMPLETE" : "UPDATE_FAILED",
            failure
        );
        return (state is null ? null : new StackResource(declaration, properties, state), failure);
    }

    /// <summary>Deletes a resource, unless it is to be retained.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="retain">Whether it is.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>Whether the stack is rid of it.</returns>
    public async Task<bool> DeleteAsync(StackResource resource, bool retain, CancellationToken cancellationToken)
    {
        if (retain)
        {
            Tell(resource.Declaration, resource.State.PhysicalId, "DELETE_SKIPPED");
            return true;
        }

        Tell(resource.Declaration, resource.State.PhysicalId, "DELETE_IN_PROGRESS");
        var (_, failure) = await TryAsync(async () =>
        {
            var request = Request(resource.Declaration, resource.Properties);
            await types.Find(resource.Type).DeleteAsync(request, resource.State, cancellationToken);
            return resource.State;
        });
        Tell(
            resource.Declaration,
            resource.State.PhysicalId,
            failure is null ? "DELETE_COMPLETE" : "DELETE_FAILED",
            failure
        );
        return failure is null;
    }

    public void Tell(ResourceDeclaration resource, string physicalId, string status, string? reason = null) =>
        stack.AddEvent(resource.LogicalId, physicalId, resource.Type, status, reason);

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever a handler throws is CloudFormation's Internal Failure, and the stack must still roll back."
    )]
    private static async Task<(ResourceState? State, string? Failure)> TryAsync(Func<Task<ResourceState>> step)
    {
        try
        {
            return (await step(), null);
        }
        catch (AwsException e) when (e.Code is "ValidationError")
        {
            return (null, e.Message);
        }
        catch (AwsException e)
        {
            return (
                null,
                $"Resource handler returned message: \"{e.Message} (Status Code: {e.Status})\" (HandlerErrorCode: {e.Code})"
            );
        }
        catch (CustomResourceException e)
        {
            return (null, e.Message);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e)
        {
            return (null, $"Internal Failure: {e}");
        }
    }

    private async Task<ResourceRequest> ResolvedAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        request with
        {
            Properties = await _references.ResolveAsync(request.Properties, cancellationToken),
        };

    private ResourceRequest Request(ResourceDeclaration declaration, JsonObject properties)
    {
        var suffix = context.Ids.NextGuid().ToString("N")[..12].ToUpperInvariant();
        return new ResourceRequest(stack.Identity, declaration.LogicalId, declaration.Type, properties, suffix);
    }
}
