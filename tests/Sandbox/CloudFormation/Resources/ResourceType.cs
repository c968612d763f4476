using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>What AWS's own resource types have in common.</summary>
/// <param name="aws">The services; a stack is made with its administrator's rights.</param>
/// <param name="name">The type's name.</param>
/// <param name="known">Its properties.</param>
/// <param name="immutable">Those that only a new resource can change.</param>
internal abstract class ResourceType(
    AwsDispatcher aws,
    string name,
    IReadOnlyCollection<string> known,
    IReadOnlyCollection<string> immutable
) : IResourceType
{
    public bool Is(string type) => string.Equals(type, name, StringComparison.Ordinal);

    public void Demand(string logicalId, JsonObject properties)
    {
        var unknown = properties.Select(property => property.Key).Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw TemplateError.Because(
                $"Properties validation failed for resource {logicalId} with message: the sandbox's {name} has no "
                    + string.Join(", ", unknown)
            );
        }
    }

    public bool NeedsReplacement(JsonObject old, JsonObject wanted) =>
        immutable.Any(property => !JsonNode.DeepEquals(old[property], wanted[property]));

    public abstract Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken);

    public abstract Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    );

    public abstract Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    );

    protected static string Required(ResourceRequest request, string property) =>
        request.Properties.Scalar(property)
        ?? throw TemplateError.Because(
            $"Properties validation failed for resource {request.LogicalId} with message: #: required key [{property}] not found"
        );

    /// <summary>Takes the name a template gives, or makes <c>stack-LogicalId-RANDOM</c>.</summary>
    /// <param name="request">The resource.</param>
    /// <param name="property">The property that may have a name.</param>
    /// <param name="longest">How long the service lets it be.</param>
    /// <returns>The name.</returns>
    protected static string NameOf(ResourceRequest request, string property, int longest)
    {
        if (request.Properties.Scalar(property) is { } given)
        {
            return given;
        }

        var readable = $"{request.Stack.Name}-{request.LogicalId}";
        return $"{readable[..Math.Min(readable.Length, longest - request.Suffix.Length - 1)]}-{request.Suffix}";
    }

    /// <summary>Refuses a name that someone else's resource has: operations that put would change it, and a rollback delete it.</summary>
    /// <param name="physicalId">The name.</param>
    /// <param name="read">The operation that reads it.</param>
    /// <param name="isThere">Tells by the output whether it is there; a not-found error always tells that it is not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The look.</returns>
    /// <exception cref="AwsException">AlreadyExists.</exception>
    protected async Task DemandFreeAsync(
        string physicalId,
        (string Service, string Operation, JsonObject Input) read,
        Func<JsonObject, bool> isThere,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!isThere(await CallAsync(read.Service, read.Operation, read.Input, cancellationToken)))
            {
                return;
            }
        }
        catch (AwsException e) when (IsNotFound(e))
        {
            return;
        }

        throw new AwsException("AlreadyExists", $"{physicalId} already exists");
    }

    /// <summary>Calls an operation that removes something; what is not there counts as removed.</summary>
    /// <param name="service">The service's signing name.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The removal.</returns>
    protected async Task RemoveAsync(
        string service,
        string operation,
        JsonObject input,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await CallAsync(service, operation, input, cancellationToken);
        }
        catch (AwsException e) when (IsNotFound(e))
        {
            // Someone else was faster, or a creation never came that far.
        }
    }

    private static bool IsNotFound(AwsException e) =>
        e.Code
            is "NoSuchEntity"
                or "NotFound"
                or "QueueDoesNotExist"
                or "ResourceNotFound"
                or "ResourceNotFoundException"
                or "DashboardNotFoundError";

    protected Task<JsonObject> CallAsync(
        string service,
        string operation,
        JsonObject input,
        CancellationToken cancellationToken
    ) => aws.CallAsync(new Principal.Administrator(), service, operation, input, cancellationToken);
}
