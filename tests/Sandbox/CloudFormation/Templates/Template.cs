using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>A template after its transform: its structure is sound and every name in it is declared.</summary>
/// <param name="Text">As given.</param>
/// <param name="Document">Its root.</param>
internal sealed record Template(string Text, JsonObject Document)
{
    private static readonly ImmutableHashSet<string> Sections =
    [
        "AWSTemplateFormatVersion",
        "Description",
        "Metadata",
        "Parameters",
        "Rules",
        "Mappings",
        "Conditions",
        "Transform",
        "Globals",
        "Resources",
        "Outputs",
    ];

    public required ImmutableSortedDictionary<string, ParameterDeclaration> Parameters { get; init; }

    /// <summary>Gets the resources in the template's order.</summary>
    public required ImmutableArray<ResourceDeclaration> Resources { get; init; }

    public string? Description => Document.Scalar("Description");

    public JsonObject Mappings => Document.Section("Mappings");

    public JsonObject Conditions => Document.Section("Conditions");

    public JsonObject Rules => Document.Section("Rules");

    public JsonObject Outputs => Document.Section("Outputs");

    /// <summary>Gets the capabilities that its roles and its transform ask for.</summary>
    public ImmutableArray<string> Capabilities
    {
        get
        {
            var roles = Resources.Where(resource => resource.Type is "AWS::IAM::Role").ToList();
            ImmutableArray<string> ofRoles =
                roles.Count == 0 ? []
                : roles.Exists(role => role.Properties.ContainsKey("RoleName")) ? ["CAPABILITY_NAMED_IAM"]
                : ["CAPABILITY_IAM"];
            return Document.ContainsKey("Transform") ? [.. ofRoles, "CAPABILITY_AUTO_EXPAND"] : ofRoles;
        }
    }

    /// <summary>Reads and checks a template.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <returns>The template.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError.</exception>
    public static Template Parse(string text)
    {
        var document = TemplateReader.Read(text);
        var unknown = document.Select(member => member.Key).Where(name => !Sections.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            throw TemplateError.At(
                SectionFinder.Find(text, unknown[0]),
                $"Invalid template property or properties [{string.Join(", ", unknown)}]"
            );
        }

        ServerlessTransform.Apply(document);
        var resources = document.Section("Resources");
        if (resources.Count == 0)
        {
            throw TemplateError.Because("Template format error: At least one Resources member must be defined.");
        }

        var template = new Template(text, document)
        {
            Parameters = document
                .Section("Parameters")
                .ToImmutableSortedDictionary(
                    parameter => parameter.Key,
                    parameter => ParameterDeclaration.Read(parameter.Key, parameter.Value),
                    StringComparer.Ordinal
                ),
            Resources = [.. resources.Select(resource => ResourceDeclaration.Read(resource.Key, resource.Value))],
        };
        DemandObjects(document, "Outputs");
        DemandObjects(document, "Rules");
        NameCheck.Demand(template);
        return template;
    }

    private static void DemandObjects(JsonObject document, string section)
    {
        if (document[section] is not (null or JsonObject))
        {
            throw TemplateError.Because($"Template format error: [/{section}] is not an object");
        }

        if (document.Section(section).FirstOrDefault(member => member.Value is not JsonObject) is { Key: { } name })
        {
            throw TemplateError.Because($"Template format error: [/{section}/{name}] is not an object");
        }
    }
}
