using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Intrinsics;

/// <summary>Finds the names that a part of a template uses.</summary>
/// <param name="isTrue">The conditions: of a Fn::If only the branch that they choose counts; null counts both.</param>
internal sealed class References(Func<string, bool>? isTrue = null)
{
    public IEnumerable<Reference> In(JsonNode? node) =>
        node switch
        {
            JsonObject { Count: 1 } single => InIntrinsic(single.Single()),
            JsonObject members => members.SelectMany(member => In(member.Value)),
            JsonArray items => items.SelectMany(In),
            _ => [],
        };

    private IEnumerable<Reference> InIntrinsic(KeyValuePair<string, JsonNode?> intrinsic) =>
        (intrinsic.Key, intrinsic.Value) switch
        {
            ("Ref", JsonValue name) => [new Reference($"{name}")],
            ("Fn::GetAtt", JsonArray and [var resource, var attribute]) =>
            [
                new Reference($"{resource}", IsAttribute: true),
                .. In(attribute),
            ],
            ("Fn::Sub", JsonValue text) => InSub($"{text}", []),
            ("Fn::Sub", JsonArray and [var text, JsonObject variables]) =>
            [
                .. InSub($"{text}", variables),
                .. variables.SelectMany(variable => In(variable.Value)),
            ],
            ("Fn::If", JsonArray and [var condition, var whenTrue, var whenFalse]) => InIf(
                $"{condition}",
                whenTrue,
                whenFalse
            ),
            var (_, value) => In(value),
        };

    private IEnumerable<Reference> InIf(string condition, JsonNode? whenTrue, JsonNode? whenFalse) =>
        isTrue is null
            ? [new Reference(condition, IsCondition: true), .. In(whenTrue), .. In(whenFalse)]
            : In(isTrue(condition) ? whenTrue : whenFalse);

    private static IEnumerable<Reference> InSub(string text, JsonObject variables) =>
        from name in SubText.Names(text)
        where !variables.ContainsKey(name)
        let dot = name.IndexOf('.', StringComparison.Ordinal)
        select dot < 0 ? new Reference(name) : new Reference(name[..dot], IsAttribute: true);
}
