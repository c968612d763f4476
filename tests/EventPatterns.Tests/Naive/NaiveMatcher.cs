using System.Text.Json;

namespace Firetiger.EventPatterns.Tests.Naive;

/// <summary>
/// The event pattern language written down as plainly as it can be, from its description and not from the library: multiply out every
/// <c>$or</c>, flatten the event, try every choice of scalars. Slow, and only for valid patterns.
/// </summary>
internal static class NaiveMatcher
{
    public static bool IsMatch(string pattern, string utf16Event)
    {
        using JsonDocument patternJson = JsonDocument.Parse(pattern);
        using JsonDocument eventJson = JsonDocument.Parse(utf16Event);
        IReadOnlyList<NaiveScalar> scalars = NaiveEvent.Flatten(eventJson.RootElement);
        return Branches(patternJson.RootElement, "", [new(StringComparer.Ordinal)])
            .Exists(branch => Decide([.. branch], 0, scalars, new Dictionary<int, int>()));
    }

    // In the order of the text, so that the last of two values of one path counts; sorted by path.
    private static List<SortedDictionary<string, JsonElement>> Branches(
        JsonElement pattern,
        string prefix,
        List<SortedDictionary<string, JsonElement>> soFar
    )
    {
        foreach (JsonProperty member in pattern.EnumerateObject())
        {
            List<SortedDictionary<string, JsonElement>> before = soFar;
            soFar = member switch
            {
                { Name: "$or" } =>
                [
                    .. member.Value.EnumerateArray().SelectMany(item => Branches(item, prefix, before)),
                ],
                { Value.ValueKind: JsonValueKind.Object } => Branches(member.Value, prefix + member.Name + ".", before),
                _ => before.ConvertAll(branch => With(branch, prefix + member.Name, member.Value)),
            };
        }

        return soFar;
    }

    private static SortedDictionary<string, JsonElement> With(
        SortedDictionary<string, JsonElement> branch,
        string path,
        JsonElement values
    ) => new(branch, StringComparer.Ordinal) { [path] = values };

    private static bool Decide(
        KeyValuePair<string, JsonElement>[] fields,
        int index,
        IReadOnlyList<NaiveScalar> scalars,
        Dictionary<int, int> chosen
    )
    {
        if (index == fields.Length)
        {
            return true;
        }

        (string path, JsonElement values) = fields[index];
        List<NaiveScalar> possible =
        [
            .. scalars.Where(scalar =>
                string.Equals(scalar.Path, path, StringComparison.Ordinal) && scalar.AgreesWith(chosen)
            ),
        ];
        return possible.Exists(scalar =>
                NaiveValue.MatchesAny(values, scalar.Value)
                && Decide(fields, index + 1, scalars, Choose(chosen, scalar))
            )
            || (possible.Count == 0 && NaiveValue.AcceptsAbsence(values) && Decide(fields, index + 1, scalars, chosen));
    }

    private static Dictionary<int, int> Choose(Dictionary<int, int> chosen, NaiveScalar scalar)
    {
        Dictionary<int, int> more = new(chosen);
        foreach ((int array, int element) in scalar.Elements)
        {
            more[array] = element;
        }

        return more;
    }
}
