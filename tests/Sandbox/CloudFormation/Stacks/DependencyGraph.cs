using Firetiger.Sandbox.CloudFormation.Intrinsics;
using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>What a stack must make before what.</summary>
internal static class DependencyGraph
{
    /// <summary>Sorts resources so that each comes after all that it refers to; otherwise in the template's order.</summary>
    /// <param name="resources">The resources whose conditions hold.</param>
    /// <param name="isTrue">The template's conditions.</param>
    /// <returns>The resources in order.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError: they form a circle.</exception>
    public static IReadOnlyList<ResourceDeclaration> Sort(
        IReadOnlyList<ResourceDeclaration> resources,
        Func<string, bool> isTrue
    )
    {
        var references = new References(isTrue);
        var ids = resources.Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal);
        var waiting = resources.ToDictionary(
            resource => resource.LogicalId,
            resource => Needs(resource, references).Where(ids.Contains).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        var sorted = new List<ResourceDeclaration>();
        while (waiting.Count > 0)
        {
            var next = resources.FirstOrDefault(resource =>
                waiting.TryGetValue(resource.LogicalId, out var needs) && !needs.Overlaps(waiting.Keys)
            );
            if (next is null)
            {
                throw TemplateError.Because(
                    $"Circular dependency between resources: [{string.Join(", ", Circle(waiting))}]"
                );
            }

            waiting.Remove(next.LogicalId);
            sorted.Add(next);
        }

        return sorted;
    }

    private static IEnumerable<string> Needs(ResourceDeclaration resource, References references) =>
        references.In(resource.Properties).Select(reference => reference.Name).Concat(resource.DependsOn);

    /// <summary>Leaves out what only waits for the circle and is not part of it.</summary>
    private static HashSet<string> Circle(Dictionary<string, HashSet<string>> waiting)
    {
        var left = new HashSet<string>(waiting.Keys, StringComparer.Ordinal);
        while (left.RemoveWhere(id => !left.Any(other => waiting[other].Contains(id))) > 0)
        {
            // Each pass may free others.
        }

        return left;
    }
}
