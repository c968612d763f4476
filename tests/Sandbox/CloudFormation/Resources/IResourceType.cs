using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>One type of resource: how a stack makes it, changes it and deletes it through its service's API.</summary>
internal interface IResourceType
{
    /// <summary>Tells whether it is the type of this name.</summary>
    /// <param name="type">Such as <c>AWS::SQS::Queue</c>.</param>
    /// <returns>Whether it is.</returns>
    bool Is(string type);

    /// <summary>Refuses properties that the type does not have here.</summary>
    /// <param name="logicalId">The resource.</param>
    /// <param name="properties">Its properties.</param>
    /// <exception cref="Hosting.AwsException">ValidationError.</exception>
    void Demand(string logicalId, JsonObject properties);

    /// <summary>Tells whether a change needs a new resource.</summary>
    /// <param name="old">The properties now.</param>
    /// <param name="wanted">The properties to be.</param>
    /// <returns>Whether it does.</returns>
    bool NeedsReplacement(JsonObject old, JsonObject wanted);

    Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Changes a resource.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="current">What there is.</param>
    /// <param name="old">The properties it has now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What there is afterwards; another physical id makes it a replacement.</returns>
    Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes a resource.</summary>
    /// <param name="request">The resource with the properties it has now.</param>
    /// <param name="current">What there is of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The deletion.</returns>
    Task DeleteAsync(ResourceRequest request, ResourceState current, CancellationToken cancellationToken);
}
