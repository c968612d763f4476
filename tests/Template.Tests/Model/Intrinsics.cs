using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Firetiger.Template.Tests.Model;

/// <summary>Evaluates the intrinsic functions of a template for given parameters.</summary>
internal sealed partial class Intrinsics(JsonObject template, IReadOnlyDictionary<string, string> parameters)
{
    private const string Account = "111122223333";

    /// <summary>The resources that were named since this set was last cleared.</summary>
    public HashSet<string> References { get; } = [];

    /// <summary>The value, or null for AWS::NoValue.</summary>
    /// <exception cref="InvalidOperationException">The template names something that this stack does not have.</exception>
    public JsonNode? Evaluate(JsonNode? node) =>
        node switch
        {
            JsonObject map when Function(map) is { } name => Apply(name, map[name]!),
            JsonObject map => Members(map),
            JsonArray list => new JsonArray([.. list.Select(Evaluate).Where(item => item is not null)]),
            JsonValue value => value.DeepClone(),
            _ => null,
        };

    public bool IsTrue(string condition) => Text(template.At($"Conditions/{condition}")) == "true";

    public bool Exists(string resource) =>
        template.At($"Resources/{resource}") is { } found && (found.Text("Condition") is not { } name || IsTrue(name));

    public string Text(JsonNode? node) =>
        Evaluate(node)?.GetValue<string>() ?? throw new InvalidOperationException($"No text: {node?.ToJsonString()}");

    private static string? Function(JsonObject map) =>
        map.Count == 1
        && map.GetAt(0).Key is var key
        && (key is "Ref" or "Condition" || key.StartsWith("Fn::", StringComparison.Ordinal))
            ? key
            : null;

    private JsonObject Members(JsonObject map)
    {
        var result = new JsonObject();
        foreach (var (key, value) in map)
        {
            if (Evaluate(value) is { } kept)
            {
                result[key] = kept;
            }
        }

        return result;
    }

    private JsonNode? Apply(string function, JsonNode argument) =>
        function switch
        {
            "Ref" => Ref(argument.GetValue<string>()),
            "Condition" => IsTrue(argument.GetValue<string>()) ? "true" : "false",
            "Fn::GetAtt" => GetAtt(argument[0]!.GetValue<string>(), argument[1]!.GetValue<string>()),
            "Fn::If" => Evaluate(argument[IsTrue(argument[0]!.GetValue<string>()) ? 1 : 2]),
            "Fn::Equals" => Boolean(Text(argument[0]) == Text(argument[1])),
            "Fn::Not" => Boolean(Text(argument[0]) == "false"),
            "Fn::And" => Boolean(argument.AsArray().All(item => Text(item) == "true")),
            "Fn::Or" => Boolean(argument.AsArray().Any(item => Text(item) == "true")),
            "Fn::Contains" => Boolean(argument[0]!.AsArray().Any(item => Text(item) == Text(argument[1]))),
            "Fn::Join" => string.Join(Text(argument[0]), Evaluate(argument[1])!.AsArray().Select(Text)),
            "Fn::Sub" => Sub(argument),
            "Fn::Split" => new JsonArray([
                .. Text(argument[1]).Split(Text(argument[0])).Select(part => (JsonNode)part),
            ]),
            "Fn::Select" => Select(argument),
            "Fn::FindInMap" => Evaluate(
                template.At($"Mappings/{Text(argument[0])}/{Text(argument[1])}/{Text(argument[2])}")
                    ?? throw new InvalidOperationException($"Not in the map: {argument.ToJsonString()}")
            ),
            _ => throw new InvalidOperationException($"{function} is not known here"),
        };

    private static JsonNode Boolean(bool value) => value ? "true" : "false";

    private JsonNode? Select(JsonNode argument) =>
        Evaluate(argument[1])![int.Parse(Text(argument[0]), CultureInfo.InvariantCulture)]!.DeepClone();

    private string Sub(JsonNode argument)
    {
        var text = argument is JsonArray list ? list[0]!.GetValue<string>() : argument.GetValue<string>();
        return Variable().Replace(text, match => Substitute(match.Groups["name"].Value, argument.At("1")));
    }

    private string Substitute(string name, JsonNode? variables)
    {
        if (variables.At(name) is { } value)
        {
            return Text(value);
        }

        return name.Split('.') is [var resource, var attribute]
            ? GetAtt(resource, attribute)
            : Ref(name)?.GetValue<string>() ?? "";
    }

    private JsonNode? Ref(string name) =>
        name switch
        {
            "AWS::NoValue" => null,
            "AWS::AccountId" => Account,
            _ when parameters.TryGetValue(name, out var value) => value,
            _ => GivenName(Named(name)) is { } given ? Text(given) : name,
        };

    /// <summary>What Ref gives for a resource whose template names it; a rule's Ref has its bus in it and is not used.</summary>
    private static JsonNode? GivenName(JsonNode resource) =>
        resource.Text("Type") switch
        {
            "AWS::Events::EventBus" or "AWS::Logs::DeliverySource" => resource.At("Properties/Name"),
            "AWS::Logs::LogGroup" => resource.At("Properties/LogGroupName"),
            "AWS::CloudWatch::Dashboard" => resource.At("Properties/DashboardName"),
            _ => null,
        };

    private string GetAtt(string resource, string attribute)
    {
        var found = Named(resource);
        if (found.Text("Type") != "AWS::Events::Rule" || attribute != "Arn" || found.At("Properties/Name") is null)
        {
            return $"{resource}.{attribute}";
        }

        var bus = Text(found.At("Properties/EventBusName"));
        var path = bus == "default" ? "" : $"{bus}/";
        var start = $"arn:{parameters["AWS::Partition"]}:events:{parameters["AWS::Region"]}:{Account}";
        return $"{start}:rule/{path}{Text(found.At("Properties/Name"))}";
    }

    private JsonNode Named(string resource)
    {
        if (!Exists(resource))
        {
            throw new InvalidOperationException($"{resource} is not in this stack");
        }

        References.Add(resource);
        return template.At($"Resources/{resource}")!;
    }

    [GeneratedRegex(
        @"\$\{(?<name>[A-Za-z0-9:.]+)\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Variable();
}
