using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Lambda::Function.</summary>
/// <param name="aws">The services.</param>
internal sealed class FunctionResource(AwsDispatcher aws)
    : ResourceType(
        aws,
        "AWS::Lambda::Function",
        [.. Configuration, "FunctionName", "Code", "Architectures", "PackageType", "Tags"],
        ["FunctionName", "Architectures", "PackageType"]
    )
{
    private static readonly string[] Configuration =
    [
        "Description",
        "Environment",
        "EphemeralStorage",
        "Handler",
        "LoggingConfig",
        "MemorySize",
        "Role",
        "Runtime",
        "Timeout",
        "TracingConfig",
    ];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, "FunctionName", 64);
        var input = OperationInput.Of(request.Properties, [.. Configuration, "Code", "Architectures", "PackageType"]);
        input["FunctionName"] = name;
        input["Tags"] = OperationInput.TagMap(request.Properties);
        var created = await CallAsync("lambda", "CreateFunction", input, cancellationToken);
        request.Initiated(name);
        return new ResourceState(name, new JsonObject { ["Arn"] = created.Scalar("FunctionArn") });
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        var configuration = OperationInput.Of(request.Properties, Configuration);
        configuration["FunctionName"] = current.PhysicalId;
        configuration["Environment"] ??= new JsonObject { ["Variables"] = new JsonObject() };
        await CallAsync("lambda", "UpdateFunctionConfiguration", configuration, cancellationToken);
        if (!JsonNode.DeepEquals(old["Code"], request.Properties["Code"]))
        {
            var code = OperationInput.Of(request.Properties.Section("Code"), "S3Bucket", "S3Key", "S3ObjectVersion");
            code["FunctionName"] = current.PhysicalId;
            await CallAsync("lambda", "UpdateFunctionCode", code, cancellationToken);
        }

        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) =>
        RemoveAsync(
            "lambda",
            "DeleteFunction",
            new JsonObject { ["FunctionName"] = current.PhysicalId },
            cancellationToken
        );
}
