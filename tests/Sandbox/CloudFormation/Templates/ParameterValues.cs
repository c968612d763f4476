using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>The values of a template's parameters.</summary>
internal static class ParameterValues
{
    /// <summary>Takes given values, previous ones where asked for, and defaults, and checks them.</summary>
    /// <param name="template">The template.</param>
    /// <param name="given">The operation's Parameters.</param>
    /// <param name="previous">The stack's values before; empty for a new stack.</param>
    /// <returns>A value for each parameter.</returns>
    /// <exception cref="AwsException">ValidationError: a value is missing, unknown or not allowed.</exception>
    public static ImmutableSortedDictionary<string, string> Bind(
        Template template,
        JsonArray? given,
        ImmutableSortedDictionary<string, string> previous
    )
    {
        var chosen = (given ?? [])
            .OfType<JsonObject>()
            .ToDictionary(
                parameter => parameter.Scalar("ParameterKey") ?? "",
                parameter =>
                    parameter.Scalar("UsePreviousValue") is "true"
                        ? previous.GetValueOrDefault(parameter.Scalar("ParameterKey") ?? "")
                        : parameter.Scalar("ParameterValue"),
                StringComparer.Ordinal
            );
        Refuse(chosen.Keys.Where(name => !template.Parameters.ContainsKey(name)), "do not exist in the template");
        var values = template.Parameters.ToImmutableSortedDictionary(
            parameter => parameter.Key,
            parameter => chosen.GetValueOrDefault(parameter.Key) ?? parameter.Value.Default,
            StringComparer.Ordinal
        );
        Refuse(values.Where(value => value.Value is null).Select(value => value.Key), "must have values");
        foreach (var (name, value) in values)
        {
            if (template.Parameters[name].Problem(value!) is { } problem)
            {
                throw TemplateError.Because(problem);
            }
        }

        return values.ToImmutableSortedDictionary(value => value.Key, value => value.Value!, StringComparer.Ordinal);
    }

    private static void Refuse(IEnumerable<string> names, string problem)
    {
        var list = names.ToList();
        if (list.Count > 0)
        {
            throw TemplateError.Because($"Parameters: [{string.Join(", ", list)}] {problem}");
        }
    }
}
