using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>A member of a template's Resources.</summary>
/// <param name="LogicalId">Its name there.</param>
/// <param name="Type">Such as <c>AWS::SQS::Queue</c>.</param>
/// <param name="Properties">As written, functions unresolved.</param>
internal sealed record ResourceDeclaration(string LogicalId, string Type, JsonObject Properties)
{
    private static readonly ImmutableHashSet<string> Attributes =
    [
        "Type",
        "Properties",
        "DependsOn",
        "Condition",
        "Metadata",
        "DeletionPolicy",
        "UpdateReplacePolicy",
    ];

    public ImmutableArray<string> DependsOn { get; init; } = [];

    public string? Condition { get; init; }

    public DeletionPolicy DeletionPolicy { get; init; }

    public DeletionPolicy UpdateReplacePolicy { get; init; }

    /// <summary>Reads one.</summary>
    /// <param name="logicalId">Its name.</param>
    /// <param name="node">What the template has there.</param>
    /// <returns>The declaration.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError.</exception>
    public static ResourceDeclaration Read(string logicalId, JsonNode? node)
    {
        var members =
            node as JsonObject
            ?? throw TemplateError.Because($"Template format error: [/Resources/{logicalId}] is not an object");
        var unknown = members.Select(member => member.Key).Where(name => !Attributes.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            throw TemplateError.Because(
                $"Invalid template resource property '{unknown[0]}' of [/Resources/{logicalId}]"
            );
        }

        var type =
            members.Scalar("Type")
            ?? throw TemplateError.Because(
                $"Template format error: [/Resources/{logicalId}] Every Resources object must contain a Type member."
            );
        if (members["Properties"] is not (null or JsonObject))
        {
            throw TemplateError.Because($"Template format error: [/Resources/{logicalId}/Properties] is not an object");
        }

        return new ResourceDeclaration(logicalId, type, members.Section("Properties"))
        {
            DependsOn = members["DependsOn"] is JsonArray many
                ? [.. many.Select(one => Scalars.Of(one) ?? "")]
                : [.. new[] { members.Scalar("DependsOn") }.OfType<string>()],
            Condition = members.Scalar("Condition"),
            DeletionPolicy = Policy(members, "DeletionPolicy", logicalId),
            UpdateReplacePolicy = Policy(members, "UpdateReplacePolicy", logicalId),
        };
    }

    private static DeletionPolicy Policy(JsonObject members, string name, string logicalId) =>
        members.Scalar(name) switch
        {
            null or "Delete" => DeletionPolicy.Delete,
            "Retain" => DeletionPolicy.Retain,
            "RetainExceptOnCreate" when name is "DeletionPolicy" => DeletionPolicy.RetainExceptOnCreate,
            var other => throw TemplateError.Because(
                $"Template error: resource {logicalId} has an unrecognized {name} {other}"
            ),
        };
}
