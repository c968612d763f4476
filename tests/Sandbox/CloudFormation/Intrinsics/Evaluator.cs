using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Stacks;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Intrinsics;

/// <summary>Resolves the intrinsic functions of one stack's template.</summary>
internal sealed class Evaluator
{
    private readonly Template _template;
    private readonly ImmutableSortedDictionary<string, string> _parameters;
    private readonly IReadOnlyDictionary<string, JsonNode?> _pseudo;
    private readonly Func<string, ResourceState?> _resources;
    private readonly Dictionary<string, bool> _conditions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _evaluating = new(StringComparer.Ordinal);
    private readonly Logic _logic;

    /// <summary>Initializes a new instance of the <see cref="Evaluator"/> class.</summary>
    /// <param name="template">The template.</param>
    /// <param name="parameters">A value for each parameter.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="resources">Finds what there is of a resource by its logical id.</param>
    public Evaluator(
        Template template,
        ImmutableSortedDictionary<string, string> parameters,
        StackIdentity stack,
        Func<string, ResourceState?> resources
    )
    {
        (_template, _parameters, _resources) = (template, parameters, resources);
        _pseudo = PseudoParameters.Of(stack);
        _logic = new Logic(Resolve, IsTrue);
    }

    /// <summary>Tells whether a condition of the template holds.</summary>
    /// <param name="condition">Its name.</param>
    /// <returns>Whether it does.</returns>
    /// <exception cref="AwsException">ValidationError: there is none, or it depends on itself.</exception>
    public bool IsTrue(string condition)
    {
        if (_conditions.TryGetValue(condition, out var known))
        {
            return known;
        }

        if (_template.Conditions[condition] is not { } node)
        {
            throw TemplateError.Because($"Template format error: Unresolved condition dependency {condition}");
        }

        if (!_evaluating.Add(condition))
        {
            throw TemplateError.Because($"Template format error: Circular dependency of condition {condition}");
        }

        return _conditions[condition] = _logic.IsTrue(node);
    }

    /// <summary>Demands every assertion of the template's Rules.</summary>
    /// <exception cref="AwsException">ValidationError with the descriptions of those that fail.</exception>
    public void DemandRules()
    {
        var logic = new Logic(Resolve, condition: null);
        var failed =
            from rule in _template.Rules
            let members = rule.Value!.AsObject()
            where members["RuleCondition"] is not { } condition || logic.IsTrue(condition)
            from assertion in (members["Assertions"] as JsonArray ?? []).OfType<JsonObject>()
            where !logic.IsTrue(assertion["Assert"])
            select $"Rule {rule.Key}: {assertion.Scalar("AssertDescription") ?? "an assertion failed"}";
        if (failed.ToList() is { Count: > 0 } all)
        {
            throw TemplateError.Because(string.Join("; ", all));
        }
    }

    public JsonObject ResolveProperties(JsonObject properties) => Resolve(properties) as JsonObject ?? [];

    /// <summary>Resolves a part of the template.</summary>
    /// <param name="node">The part.</param>
    /// <returns>A copy without functions; null for AWS::NoValue.</returns>
    /// <exception cref="AwsException">ValidationError.</exception>
    public JsonNode? Resolve(JsonNode? node) =>
        node switch
        {
            JsonObject { Count: 1 } single => Single(single.Single()),
            JsonObject members => Members(members),
            JsonArray items => new JsonArray([.. items.Select(Resolve).OfType<JsonNode>()]),
            { } scalar => scalar.DeepClone(),
            null => null,
        };

    private JsonObject Members(IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        var resolved = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (name.StartsWith("Fn::", StringComparison.Ordinal))
            {
                throw TemplateError.Because($"Template error: {name} has other members beside it");
            }

            if (Resolve(value) is { } node)
            {
                resolved[name] = node;
            }
        }

        return resolved;
    }

    private JsonNode? Single(KeyValuePair<string, JsonNode?> member) =>
        (member.Key, member.Value) switch
        {
            ("Ref", JsonValue name) => Ref($"{name}"),
            ("Fn::GetAtt", JsonArray and [var resource, var attribute]) => Attribute($"{resource}", Text(attribute)),
            ("Fn::Sub", JsonValue text) => Sub($"{text}", []),
            ("Fn::Sub", JsonArray and [JsonValue text, JsonObject variables]) => Sub($"{text}", variables),
            ("Fn::Join", JsonArray and [var separator, var list]) => string.Join(Text(separator), Texts(list)),
            ("Fn::Select", JsonArray and [var index, var list]) => Select(Text(index), list),
            ("Fn::Split", JsonArray and [var separator, var text]) => Split(Text(separator), Text(text)),
            ("Fn::If", JsonArray and [JsonValue condition, var whenTrue, var whenFalse]) => Resolve(
                IsTrue($"{condition}") ? whenTrue : whenFalse
            ),
            ("Fn::FindInMap", JsonArray and [var map, var first, var second]) => Find(
                Text(map),
                Text(first),
                Text(second)
            ),
            ("Fn::Base64", { } text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(text))),
            (var name, var arguments) when name.StartsWith("Fn::", StringComparison.Ordinal) =>
                throw TemplateError.Because(
                    $"Template error: {member.Key} cannot be used here or has the wrong arguments: {arguments?.ToJsonString()}"
                ),
            _ => Members([member]),
        };

    private JsonNode? Ref(string name) =>
        _pseudo.TryGetValue(name, out var pseudo) ? pseudo?.DeepClone()
        : _parameters.TryGetValue(name, out var value) ? _template.Parameters[name].Resolve(value)
        : Resource(name).PhysicalId;

    private JsonNode Attribute(string logicalId, string attribute) =>
        Resource(logicalId).Attributes[attribute]?.DeepClone()
        ?? throw TemplateError.Because(
            $"Template error: resource {logicalId} does not support attribute type {attribute} in Fn::GetAtt"
        );

    private ResourceState Resource(string logicalId) =>
        _resources(logicalId)
        ?? throw TemplateError.Because(
            $"Template format error: Unresolved resource dependencies [{logicalId}] in the Resources block of the template"
        );

    private string Sub(string text, JsonObject variables) =>
        SubText.Replace(
            text,
            name =>
                variables.ContainsKey(name) ? Text(variables[name])
                : name.Split('.', 2) is [var resource, var attribute] ? Scalar(Attribute(resource, attribute))
                : Scalar(Ref(name))
        );

    private JsonNode? Select(string index, JsonNode? list) =>
        Resolve(list) is JsonArray items
        && int.TryParse(index, CultureInfo.InvariantCulture, out var i)
        && i >= 0
        && i < items.Count
            ? items[i]?.DeepClone()
            : throw TemplateError.Because(
                $"Template error: Fn::Select cannot select nonexistent value at index {index}"
            );

    private static JsonArray Split(string separator, string text) =>
        new([.. text.Split(separator).Select(part => JsonValue.Create(part))]);

    private JsonNode Find(string map, string first, string second) =>
        ((_template.Mappings[map] as JsonObject)?[first] as JsonObject)?[second]?.DeepClone()
        ?? throw TemplateError.Because($"Template error: Unable to get mapping for {map}::{first}::{second}");

    private string Text(JsonNode? node) => Scalar(Resolve(node));

    private IEnumerable<string> Texts(JsonNode? list) =>
        Resolve(list) is JsonArray items
            ? items.Select(Scalar)
            : throw TemplateError.Because("Template error: every Fn::Join object requires a list of strings");

    private static string Scalar(JsonNode? node) =>
        Scalars.Of(node)
        ?? throw TemplateError.Because(
            $"Template error: a string is needed instead of {node?.ToJsonString() ?? "no value"}"
        );
}
