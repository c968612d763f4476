using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>
/// The part of AWS::Serverless-2016-10-31 that the template uses: functions with Globals. A function must name its
/// role, because a role made by the transform has broader rights than anyone wrote down.
/// </summary>
internal static class ServerlessTransform
{
    private const string Name = "AWS::Serverless-2016-10-31";

    private static readonly ImmutableHashSet<string> Copied =
    [
        "FunctionName",
        "Description",
        "Handler",
        "Runtime",
        "Role",
        "Timeout",
        "MemorySize",
        "Environment",
        "Architectures",
        "LoggingConfig",
        "EphemeralStorage",
    ];

    /// <summary>Applies the transform where the template asks for it.</summary>
    /// <param name="document">The template; changed in place.</param>
    /// <exception cref="Hosting.AwsException">ValidationError: another transform, or something that this one does not know here.</exception>
    public static void Apply(JsonObject document)
    {
        if (document["Transform"] is not { } transform)
        {
            return;
        }

        var named = transform is JsonArray and [var only] ? only : transform;
        if (Scalars.Of(named) is not Name)
        {
            throw TemplateError.Because($"The sandbox has no transform {transform.ToJsonString()}");
        }

        var globals = document.Section("Globals");
        if (globals.Any(section => section.Key is not "Function"))
        {
            throw Invalid("'Globals' section is invalid. The sandbox knows Function only");
        }

        var resources = document.Section("Resources");
        document["Resources"] = new JsonObject(
            resources.SelectMany(resource => Expand(resource.Key, resource.Value, globals.Section("Function")))
        );
        document.Remove("Globals");
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Expand(string id, JsonNode? node, JsonObject globals)
    {
        var resource = node?.DeepClone() as JsonObject ?? [];
        var type = resource.Scalar("Type") ?? "";
        if (!type.StartsWith("AWS::Serverless::", StringComparison.Ordinal))
        {
            return [KeyValuePair.Create(id, node?.DeepClone())];
        }

        if (type is not "AWS::Serverless::Function")
        {
            throw Invalid($"Resource with id [{id}] is invalid. The sandbox has no {type}");
        }

        var properties = Merge(globals, resource.Section("Properties"));
        var retries = properties["EventInvokeConfig"]?.AsObject();
        properties.Remove("EventInvokeConfig");
        resource["Type"] = "AWS::Lambda::Function";
        resource["Properties"] = Function(id, properties);
        return retries is null
            ? [KeyValuePair.Create<string, JsonNode?>(id, resource)]
            :
            [
                KeyValuePair.Create<string, JsonNode?>(id, resource),
                KeyValuePair.Create<string, JsonNode?>($"{id}EventInvokeConfig", InvokeConfig(id, resource, retries)),
            ];
    }

    /// <summary>Puts a function's properties over the global ones: maps are merged, lists are joined, scalars win.</summary>
    private static JsonObject Merge(JsonObject globals, JsonObject own)
    {
        var merged = globals.DeepClone().AsObject();
        foreach (var (name, value) in own)
        {
            merged[name] = (merged[name], value) switch
            {
                (JsonObject global, JsonObject local) => Merge(global, local),
                (JsonArray global, JsonArray local) => new JsonArray([
                    .. global.Concat(local).Select(item => item?.DeepClone()),
                ]),
                _ => value?.DeepClone(),
            };
        }

        return merged;
    }

    private static JsonObject Function(string id, JsonObject serverless)
    {
        if (!serverless.ContainsKey("Role"))
        {
            throw Invalid($"Resource with id [{id}] is invalid. The sandbox makes no roles: name one in Role");
        }

        var function = new JsonObject();
        foreach (var (name, value) in serverless)
        {
            switch (name)
            {
                case "CodeUri":
                    function["Code"] = Code(value);
                    break;
                case "Tags":
                    function["Tags"] = Tags(value as JsonObject ?? []);
                    break;
                case "Tracing":
                    function["TracingConfig"] = new JsonObject { ["Mode"] = value?.DeepClone() };
                    break;
                case var _ when Copied.Contains(name):
                    function[name] = value?.DeepClone();
                    break;
                default:
                    throw Invalid($"Resource with id [{id}] is invalid. The sandbox knows no property {name}");
            }
        }

        return function;
    }

    private static JsonObject Code(JsonNode? uri) =>
        uri is JsonObject s3
            ? new JsonObject { ["S3Bucket"] = s3["Bucket"]?.DeepClone(), ["S3Key"] = s3["Key"]?.DeepClone() }
            : new JsonObject { ["S3Bucket"] = "sandbox", ["S3Key"] = uri?.DeepClone() };

    private static JsonArray Tags(JsonObject tags) =>
        new([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value?.DeepClone() })]);

    private static JsonObject InvokeConfig(string id, JsonObject function, JsonObject retries)
    {
        var properties = retries.DeepClone().AsObject();
        properties["FunctionName"] = new JsonObject { ["Ref"] = id };
        properties["Qualifier"] = "$LATEST";
        var resource = new JsonObject { ["Type"] = "AWS::Lambda::EventInvokeConfig", ["Properties"] = properties };
        if (function.Scalar("Condition") is { } condition)
        {
            resource["Condition"] = condition;
        }

        return resource;
    }

    private static Hosting.AwsException Invalid(string message) =>
        TemplateError.Because(
            $"Transform {Name} failed with: Invalid Serverless Application Specification document. {message}"
        );
}
