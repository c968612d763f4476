using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>The resource type of a <see cref="NamedResourceShape"/>.</summary>
/// <param name="aws">The services.</param>
/// <param name="shape">The type.</param>
internal class NamedResource(AwsDispatcher aws, NamedResourceShape shape)
    : ResourceType(
        aws,
        shape.Type,
        [shape.NameProperty, .. shape.Properties],
        shape.Update is null ? [shape.NameProperty, .. shape.Properties] : [shape.NameProperty, .. shape.Immutable]
    )
{
    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, shape.NameProperty, shape.LongestName);
        if (shape.Read?.Invoke(name) is var (operation, input))
        {
            await DemandFreeAsync(
                name,
                (shape.Service, operation, input),
                found => found[shape.ReadMember] is not (null or JsonArray { Count: 0 }),
                cancellationToken
            );
        }

        var output = await CallAsync(shape.Service, shape.Create, Input(name, request.Properties), cancellationToken);
        request.Initiated(name);
        await SettleAsync(name, cancellationToken);
        return new ResourceState(name, shape.Attributes(name, output));
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        var input = Input(current.PhysicalId, request.Properties);
        foreach (var name in shape.Immutable)
        {
            input.Remove(shape.Renamed.GetValueOrDefault(name, name));
        }

        await CallAsync(shape.Service, shape.Update!, input, cancellationToken);
        await SettleAsync(current.PhysicalId, cancellationToken);
        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) =>
        RemoveAsync(
            shape.Service,
            shape.Delete,
            shape.DeleteInput?.Invoke(current.PhysicalId, request.Properties)
                ?? new JsonObject { [shape.NameMember] = current.PhysicalId },
            cancellationToken
        );

    /// <summary>Waits until the service has done what it began.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The wait.</returns>
    protected virtual Task SettleAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;

    private JsonObject Input(string name, JsonObject properties)
    {
        if (shape.Texts.FirstOrDefault(text => properties[text] is JsonObject) is { } notText)
        {
            throw TemplateError.Because($"Value of property {notText} must be of type String");
        }

        var input = OperationInput.Of(properties, shape.Properties);
        foreach (var (property, member) in shape.Renamed.Where(renamed => input.ContainsKey(renamed.Key)))
        {
            input[member] = input[property]?.DeepClone();
            input.Remove(property);
        }

        input[shape.NameMember] = name;
        return input;
    }
}
