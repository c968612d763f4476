using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Intrinsics;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>Refuses a template that uses names it does not declare, whether or not that part is ever resolved.</summary>
internal static class NameCheck
{
    public static void Demand(Template template)
    {
        var resources = template.Resources.Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal);
        Check(template, resources, template.Document.Section("Resources"), "Resources");
        Check(template, resources, template.Outputs, "Outputs");
        Check(template, [], template.Conditions, "Conditions");
        Check(template, [], template.Rules, "Rules");
        var conditions = template
            .Resources.Select(resource => resource.Condition)
            .Concat(template.Outputs.Select(output => (output.Value as JsonObject)?.Scalar("Condition")));
        Refuse(
            conditions.OfType<string>().Where(name => !template.Conditions.ContainsKey(name)),
            "Unresolved condition dependencies",
            "Resources"
        );
        Refuse(
            template.Resources.SelectMany(resource => resource.DependsOn).Where(name => !resources.Contains(name)),
            "Unresolved resource dependencies",
            "Resources"
        );
    }

    private static void Check(Template template, HashSet<string> resources, JsonNode part, string block)
    {
        var used = new References().In(part).ToList();
        Refuse(
            used.Where(name => name.IsCondition)
                .Select(name => name.Name)
                .Where(name => !template.Conditions.ContainsKey(name)),
            "Unresolved condition dependencies",
            block
        );
        Refuse(
            used.Where(name => !name.IsCondition && !IsDeclared(template, resources, name)).Select(name => name.Name),
            "Unresolved resource dependencies",
            block
        );
    }

    private static bool IsDeclared(Template template, HashSet<string> resources, Reference name) =>
        resources.Contains(name.Name)
        || (!name.IsAttribute && (template.Parameters.ContainsKey(name.Name) || PseudoParameters.Contains(name.Name)));

    private static void Refuse(IEnumerable<string> names, string problem, string block)
    {
        var list = names.Distinct(StringComparer.Ordinal).ToList();
        if (list.Count > 0)
        {
            throw TemplateError.Because(
                $"Template format error: {problem} [{string.Join(", ", list)}] in the {block} block of the template"
            );
        }
    }
}
