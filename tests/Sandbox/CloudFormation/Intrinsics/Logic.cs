using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.Intrinsics;

/// <summary>The functions whose value is true or false, of Conditions and of Rules.</summary>
/// <param name="resolve">Resolves what is compared.</param>
/// <param name="condition">Looks up a named condition; null within Rules, which know none.</param>
internal sealed class Logic(Func<JsonNode?, JsonNode?> resolve, Func<string, bool>? condition)
{
    /// <summary>Evaluates a condition.</summary>
    /// <param name="node">The condition.</param>
    /// <returns>Whether it holds.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError: it is no condition.</exception>
    public bool IsTrue(JsonNode? node) =>
        node is JsonObject { Count: 1 } single
            ? IsTrue(single.Single())
            : throw TemplateError.Because($"Template error: a condition is not a function: {node?.ToJsonString()}");

    public static bool AreEqual(JsonNode? left, JsonNode? right) =>
        Scalars.Of(left) is { } text
            ? string.Equals(text, Scalars.Of(right), StringComparison.Ordinal)
            : JsonNode.DeepEquals(left, right);

    private bool IsTrue(KeyValuePair<string, JsonNode?> function) =>
        (function.Key, function.Value) switch
        {
            ("Fn::And", JsonArray { Count: >= 2 and <= 10 } all) => all.All(IsTrue),
            ("Fn::Or", JsonArray { Count: >= 2 and <= 10 } any) => any.Any(IsTrue),
            ("Fn::Not", JsonArray and [var one]) => !IsTrue(one),
            ("Fn::Equals", JsonArray and [var left, var right]) => AreEqual(resolve(left), resolve(right)),
            ("Condition", JsonValue name) when condition is not null => condition($"{name}"),
            ("Fn::Contains", JsonArray and [var list, var value]) when condition is null => Has(list, value),
            ("Fn::EachMemberEquals", JsonArray and [var list, var value]) when condition is null => Each(
                list,
                new JsonArray(resolve(value)?.DeepClone())
            ),
            ("Fn::EachMemberIn", JsonArray and [var list, var among]) when condition is null => Each(
                list,
                resolve(among)
            ),
            _ => throw TemplateError.Because(
                $"Template error: {function.Key} cannot be used here or has the wrong arguments: {function.Value?.ToJsonString()}"
            ),
        };

    private bool Has(JsonNode? list, JsonNode? value) =>
        resolve(list) is JsonArray items && items.Any(item => AreEqual(item, resolve(value)));

    private bool Each(JsonNode? list, JsonNode? among) =>
        resolve(list) is JsonArray items
        && among is JsonArray allowed
        && items.All(item => allowed.Any(one => AreEqual(one, item)));
}
