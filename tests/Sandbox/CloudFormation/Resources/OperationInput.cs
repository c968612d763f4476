using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>
/// Makes an operation's input of resource properties. Properties come as text or not, as their author wrote them;
/// operations are particular about JSON types.
/// </summary>
internal static class OperationInput
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly FrozenSet<string> Numbers = new[]
    {
        "BatchSize",
        "DatapointsToAlarm",
        "EvaluationPeriods",
        "InvocationRateLimitPerSecond",
        "MaxSessionDuration",
        "MaximumBatchingWindowInSeconds",
        "MaximumConcurrency",
        "MaximumEventAgeInSeconds",
        "MaximumRetryAttempts",
        "MaximumWindowInMinutes",
        "MemorySize",
        "Period",
        "RetentionDays",
        "RetentionInDays",
        "Size",
        "Threshold",
        "Timeout",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Booleans = new[]
    {
        "ActionsEnabled",
        "Enabled",
        "IsValueSecret",
        "ReturnData",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Documents = new[]
    {
        "AssumeRolePolicyDocument",
        "DashboardBody",
        "EventPattern",
        "PolicyDocument",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Takes properties over under their own names.</summary>
    /// <param name="properties">The resource's properties.</param>
    /// <param name="names">Those that the operation has too; absent ones stay absent.</param>
    /// <returns>The input.</returns>
    public static JsonObject Of(JsonObject properties, params IEnumerable<string> names)
    {
        var input = new JsonObject();
        foreach (var name in names.Where(properties.ContainsKey))
        {
            input[name] = Typed(name, properties[name]);
        }

        return input;
    }

    /// <summary>Writes a document that an operation takes as text.</summary>
    /// <param name="node">An object, or text already.</param>
    /// <returns>JSON text.</returns>
    public static string Document(JsonNode? node) => Scalars.Of(node) ?? node!.ToJsonString(Relaxed);

    /// <summary>Turns the list of a template's tags into the map of some operations.</summary>
    /// <param name="properties">Properties with or without Tags.</param>
    /// <returns>The map.</returns>
    public static JsonObject TagMap(JsonObject properties) =>
        new(
            (properties["Tags"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(tag =>
                    KeyValuePair.Create<string, JsonNode?>(tag.Scalar("Key") ?? "", tag.Scalar("Value") ?? "")
                )
        );

    private static JsonNode? Typed(string name, JsonNode? node) =>
        node switch
        {
            // CloudFormation has always made text of the scalars in a pattern that is written as an object.
            JsonObject when name is "EventPattern" => Document(Scalars.AllText(node)),
            JsonObject when Documents.Contains(name) => Document(node),
            JsonObject members when name is "Variables" => Scalars.AllText(members),
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Key, Typed(member.Key, member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Typed(name, item))]),
            JsonValue => TypedScalar(name, Scalars.Of(node)!),
            _ => null,
        };

    private static JsonValue TypedScalar(string name, string text) =>
        Numbers.Contains(name) && decimal.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
        : Booleans.Contains(name) && bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : JsonValue.Create(text);
}
