using System.Text.Json.Nodes;

namespace Firetiger.Template.Tests.Model;

/// <summary>A template with its parameters put in: the resources and outputs that a deployment would have.</summary>
internal sealed class Stack
{
    private readonly Dictionary<string, HashSet<string>> _needs = new(StringComparer.Ordinal);

    private Stack(JsonObject template, IReadOnlyDictionary<string, string> parameters)
    {
        var intrinsics = new Intrinsics(template, parameters);
        Parameters = parameters;
        Refusals = [.. RefusalsOf(template, intrinsics)];
        foreach (var id in template.Keys("Resources").Where(intrinsics.Exists))
        {
            intrinsics.References.Clear();
            var resource = intrinsics.Evaluate(template.At($"Resources/{id}"))!.AsObject();
            Resources[id] = resource;
            _needs[id] = [.. intrinsics.References, .. resource.Texts("DependsOn")];
        }

        foreach (var (id, output) in template.At("Outputs")?.AsObject() ?? [])
        {
            if (output.Text("Condition") is not { } condition || intrinsics.IsTrue(condition))
            {
                Outputs[id] = intrinsics.Text(output.At("Value"));
            }
        }
    }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    public Dictionary<string, JsonObject> Resources { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Descriptions of the Rules assertions that refuse these parameters.</summary>
    public IReadOnlyList<string> Refusals { get; }

    /// <summary>The stack that a template makes with its defaults, the required endpoint and what is given.</summary>
    public static Stack Of(JsonObject template, params ReadOnlySpan<(string Name, string Value)> given)
    {
        var parameters = template
            .Keys("Parameters")
            .ToDictionary(
                name => name,
                name => template.Text($"Parameters/{name}/Default") ?? "https://ingest.example.com",
                StringComparer.Ordinal
            );
        parameters["AWS::Partition"] = "aws";
        parameters["AWS::Region"] = "eu-west-1";
        parameters["AWS::StackName"] = "ecs-events";
        parameters["AWS::StackId"] =
            "arn:aws:cloudformation:eu-west-1:111122223333:stack/ecs-events/0a1b2c3d-0000-1111-2222-333344445555";
        foreach (var (name, value) in given)
        {
            parameters[name] = value;
        }

        return new Stack(template, parameters);
    }

    public IEnumerable<(string Id, JsonObject Resource)> OfType(string type) =>
        Resources.Where(pair => pair.Value.Text("Type") == type).Select(pair => (pair.Key, pair.Value));

    /// <summary>Every target of every rule.</summary>
    public IEnumerable<(string Rule, JsonNode Target)> Targets =>
        OfType("AWS::Events::Rule")
            .SelectMany(rule => rule.Resource.Items("Properties/Targets").Select(target => (rule.Id, target)));

    /// <summary>The ARN that EventBridge gives a rule: with the bus in it, unless that is the default one.</summary>
    public string RuleArn(string rule)
    {
        var properties = Resources[rule]["Properties"];
        if (properties.Text("Name") is null)
        {
            return $"{rule}.Arn";
        }

        var bus = properties.Text("EventBusName") is { } name and not "default" ? $"{name}/" : "";
        return $"arn:{Parameters["AWS::Partition"]}:events:{Parameters["AWS::Region"]}:111122223333:rule/{bus}{properties.Text("Name")}";
    }

    /// <summary>Whether a resource is made only after another one.</summary>
    public bool WaitsFor(string id, string other) =>
        _needs.TryGetValue(id, out var needs)
        && (needs.Contains(other) || needs.Any(need => need != id && WaitsFor(need, other)));

    private static IEnumerable<string> RefusalsOf(JsonObject template, Intrinsics intrinsics) =>
        template
            .Keys("Rules")
            .SelectMany(rule => template.Items($"Rules/{rule}/Assertions"))
            .Where(assertion => intrinsics.Text(assertion.At("Assert")) != "true")
            .Select(assertion => assertion.Text("AssertDescription")!);
}
