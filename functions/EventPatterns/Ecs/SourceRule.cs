using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// ECS events come from <c>aws.ecs</c> and nothing else. Only AWS may send sources that begin with <c>aws.</c>, so there a near miss is
/// certain; any other text may be the name of somebody's application.
/// </summary>
internal static class SourceRule
{
    private static readonly string[] OtherServices =
    [
        "aws.ec2",
        "aws.ecr",
        "aws.eks",
        "aws.efs",
        "aws.es",
        "aws.acs",
        "aws.ebs",
        "aws.ses",
        "aws.ess",
        "aws.eco",
    ];

    private static readonly string[] Aliases = ["ecs", "awsecs", "ecsaws", "amazonecs", "ecsamazonawscom"];

    /// <summary>Tells whether a source is that of ECS, or was meant to be.</summary>
    /// <param name="source">The source as it is written.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool IsMeant(string? source) => source is EcsFields.Source || (source is not null && IsNear(source));

    public static void Check(LeafPattern leaf, EcsField field, in EventScope scope, DiagnosticBag findings)
    {
        if (field.Path is not "source")
        {
            return;
        }

        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (Literal.Of(alternative.Match) is not { } written || written is EcsFields.Source)
            {
                continue;
            }

            if (IsNear(written))
            {
                findings.Report(
                    EventValueFindings.NearMiss(
                        field.Name,
                        written,
                        EcsFields.Source,
                        scope.ConsequenceOf(field, DeadValues.LeavesOne(leaf, field, scope))
                    ),
                    alternative.Span,
                    alternative.Path
                );
            }
            else if (IsAlias(written))
            {
                findings.Report(
                    EventValueFindings.UnknownValue(field.Name, written, "did you mean `aws.ecs`?"),
                    alternative.Span,
                    alternative.Path
                );
            }
        }
    }

    /// <summary>Finds ECS's own detail-types asked of another service.</summary>
    /// <param name="pattern">The pattern, or an alternative of <c>$or</c>.</param>
    /// <param name="scope">Its scope.</param>
    /// <param name="replaced">The fields that another one of the same path replaces.</param>
    /// <param name="findings">Where findings go.</param>
    /// <returns><see langword="true"/> if they are: then ECS is meant.</returns>
    public static bool ContradictsDetailType(
        ObjectPattern pattern,
        in EventScope scope,
        IReadOnlySet<LeafPattern> replaced,
        DiagnosticBag findings
    )
    {
        if (
            scope.Target != EcsTarget.None
            || Leaf(pattern, "source") is not { Alternatives: [var first, ..] } source
            || Leaf(pattern, "detail-type") is not { } detailType
            || !EventScopes.NamesEcs(detailType)
            || replaced.Contains(source)
            || replaced.Contains(detailType)
            || !source.Alternatives.TrueForAll(item =>
                Literal.Of(item.Match)?.StartsWith("aws.", StringComparison.Ordinal) == true
            )
        )
        {
            return false;
        }

        findings.Report(
            EventValueFindings.ForeignDetailType(
                Literal.Of(first.Match)!,
                Literal.Of(detailType.Alternatives[0].Match)!,
                scope.Consequence
            ),
            first.Span,
            first.Path
        );
        return true;
    }

    private static LeafPattern? Leaf(ObjectPattern pattern, string name) =>
        pattern
            .Members.OfType<FieldMember>()
            .LastOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal))
            ?.Value as LeafPattern;

    /// <summary>Tells whether a source is nearly that of ECS, and of nothing else.</summary>
    /// <param name="source">The source as it is written.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool IsNearMiss(string? source) => source is not null and not EcsFields.Source && IsNear(source);

    private static bool IsNear(string source) =>
        source.Length is >= 6 and <= 8
        && source.StartsWith("aws.", StringComparison.OrdinalIgnoreCase)
        && !OtherServices.Contains(source, StringComparer.OrdinalIgnoreCase)
        && SpellChecker.IsNearMiss(source, EcsFields.Source);

    private static bool IsAlias(string source) =>
        source.Length <= 20
        && !source.StartsWith("aws.", StringComparison.Ordinal)
        && source.Contains("ecs", StringComparison.OrdinalIgnoreCase)
        && Aliases.Contains(string.Concat(source.Where(char.IsAsciiLetterOrDigit)), StringComparer.OrdinalIgnoreCase);
}
