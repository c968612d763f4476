using System.Text;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>Finds out for whose events a pattern is, from its <c>source</c> and <c>detail-type</c>.</summary>
internal static class EcsTargeting
{
    public static EcsTarget Of(ObjectPattern pattern)
    {
        LeafPattern? source = Leaf(pattern, "source");
        if (source is null)
        {
            return NamesEcs(Leaf(pattern, "detail-type")) ? EcsTarget.Only : EcsTarget.Possible;
        }

        EventScalar ecs = new(EventScalarKind.String, Encoding.ASCII.GetBytes(EcsFields.Source));
        foreach (Alternative alternative in source.Alternatives)
        {
            if (alternative.Match.Matches(ecs))
            {
                return source.Alternatives.All(item => IsEcs(item.Match)) ? EcsTarget.Only : EcsTarget.Possible;
            }
        }

        return EcsTarget.None;
    }

    private static LeafPattern? Leaf(ObjectPattern pattern, string name) =>
        pattern
            .Members.OfType<FieldMember>()
            .LastOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal))
            ?.Value as LeafPattern;

    private static bool IsEcs(ValueMatch match) =>
        string.Equals(Literal.Of(match), EcsFields.Source, StringComparison.Ordinal);

    private static bool NamesEcs(LeafPattern? detailType) =>
        detailType is { Alternatives.Count: > 0 }
        && detailType.Alternatives.All(item =>
            Literal.Of(item.Match)?.StartsWith("ECS ", StringComparison.OrdinalIgnoreCase) == true
        );
}
