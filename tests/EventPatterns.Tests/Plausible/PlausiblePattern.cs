namespace Firetiger.EventPatterns.Tests.Plausible;

/// <summary>A part of a pattern: a field with values, a field with fields, or <c>$or</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The values of a field.</param>
/// <param name="Branches">The fields of a field, one branch; or the branches of <c>$or</c>.</param>
internal sealed record PlausiblePattern(string Name, Choice[] Values, params PlausiblePattern[][] Branches)
{
    private bool IsOr => Name is "$or";

    /// <summary>Writes a pattern.</summary>
    /// <param name="parts">Its parts.</param>
    /// <returns>The JSON.</returns>
    public static string Print(PlausiblePattern[] parts) =>
        $"{{{string.Join(',', parts.Select(part => part.ToString()))}}}";

    /// <summary>Multiplies a pattern out: the last of several values of a path counts.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>For each combination what is asked of each path.</returns>
    public static IEnumerable<Dictionary<string, Choice[]>> Expand(PlausiblePattern[] parts) =>
        Expand(parts, "").Select(fields => fields.Aggregate(new Dictionary<string, Choice[]>(), With));

    public override string ToString() => $"\"{Name}\":{Body()}";

    private string Body()
    {
        if (Branches.Length == 0)
        {
            return $"[{string.Join(',', Values.Select(value => value.Text))}]";
        }

        return IsOr ? $"[{string.Join(',', Branches.Select(Print))}]" : Print(Branches[0]);
    }

    private static Dictionary<string, Choice[]> With(
        Dictionary<string, Choice[]> fields,
        (string Path, Choice[] Values) field
    )
    {
        fields[field.Path] = field.Values;
        return fields;
    }

    private static IEnumerable<IEnumerable<(string Path, Choice[] Values)>> Expand(
        PlausiblePattern[] parts,
        string prefix
    ) =>
        parts.Aggregate<PlausiblePattern, IEnumerable<IEnumerable<(string, Choice[])>>>(
            [
                [],
            ],
            (found, part) => found.SelectMany(fields => part.Expand(prefix).Select(more => fields.Concat(more)))
        );

    private IEnumerable<IEnumerable<(string Path, Choice[] Values)>> Expand(string prefix) =>
        Branches.Length == 0
            ?
            [
                [(prefix + Name, Values)],
            ]
            : Branches.SelectMany(branch => Expand(branch, IsOr ? prefix : $"{prefix}{Name}."));
}
