using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Intrinsics;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>What a stack is to be: a template with values, in the order of its dependencies.</summary>
/// <param name="Template">The template.</param>
/// <param name="Parameters">A value for each parameter.</param>
/// <param name="Order">The resources whose conditions hold, each after what it needs.</param>
internal sealed record StackPlan(
    Template Template,
    ImmutableSortedDictionary<string, string> Parameters,
    IReadOnlyList<ResourceDeclaration> Order
)
{
    /// <summary>Makes a plan, and refuses what CloudFormation refuses before it touches a resource.</summary>
    /// <param name="template">The template.</param>
    /// <param name="parameters">A value for each parameter.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="types">The resource types.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError.</exception>
    public static StackPlan Make(
        Template template,
        ImmutableSortedDictionary<string, string> parameters,
        StackIdentity stack,
        ResourceTypes types
    )
    {
        var evaluator = new Evaluator(template, parameters, stack, _ => null);
        evaluator.DemandRules();
        foreach (var resource in template.Resources)
        {
            types.Find(resource.Type).Demand(resource.LogicalId, resource.Properties);
        }

        var active = template.Resources.Where(resource =>
            resource.Condition is null || evaluator.IsTrue(resource.Condition)
        );
        return new StackPlan(template, parameters, DependencyGraph.Sort([.. active], evaluator.IsTrue));
    }

    /// <summary>Resolves the outputs whose conditions hold.</summary>
    /// <param name="evaluator">Knows the resources.</param>
    /// <returns>The Outputs of DescribeStacks.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError.</exception>
    public JsonArray Outputs(Evaluator evaluator)
    {
        var outputs = new JsonArray();
        foreach (var (name, node) in Template.Outputs)
        {
            var declared = node!.AsObject();
            if (declared.Scalar("Condition") is { } condition && !evaluator.IsTrue(condition))
            {
                continue;
            }

            var output = new JsonObject
            {
                ["OutputKey"] = name,
                ["OutputValue"] =
                    Scalars.Of(evaluator.Resolve(declared["Value"]))
                    ?? throw TemplateError.Because($"Template format error: Output {name} is malformed."),
            };
            if (declared.Scalar("Description") is { } description)
            {
                output["Description"] = description;
            }

            if (Scalars.Of(evaluator.Resolve(declared.Section("Export")["Name"])) is { } export)
            {
                output["ExportName"] = export;
            }

            outputs.Add(output);
        }

        return outputs;
    }
}
