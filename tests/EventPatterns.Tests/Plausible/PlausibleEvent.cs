using System.Text.Json.Nodes;

namespace Firetiger.EventPatterns.Tests.Plausible;

/// <summary>An event that somebody can send and that has what one combination of a pattern asks for.</summary>
internal static class PlausibleEvent
{
    private const string OfAnApplication = """
        {"version":"0","id":"x","source":"my.app","detail-type":"Order Placed","account":"123456789012",
        "time":"2025-03-04T10:17:02Z","region":"eu-west-1","resources":[],"detail":{}}
        """;

    private static readonly string[] OfEcs =
    [
        .. Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Events"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    /// <summary>Makes the event.</summary>
    /// <param name="fields">What is asked of each path.</param>
    /// <param name="isEcs">Whether ECS sends it.</param>
    /// <param name="die">Which value of each list the event has, and which sample it is made of.</param>
    /// <returns>The event, or <see langword="null"/> when there can be none.</returns>
    public static string? For(Dictionary<string, Choice[]> fields, bool isEcs, int die)
    {
        JsonObject root = JsonNode.Parse(isEcs ? OfEcs[die % OfEcs.Length] : OfAnApplication)!.AsObject();
        foreach ((string path, Choice[] values) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            string[] possible = [.. values.Select(value => isEcs ? value.OfEcs : value.OfOthers).OfType<string>()];
            if (possible.Length == 0)
            {
                return null;
            }

            Put(root, path.Split('.'), possible[die % possible.Length]);
        }

        return root.ToJsonString();
    }

    private static void Put(JsonObject root, string[] names, string json)
    {
        JsonObject[] places = [root];
        foreach (string name in names[..^1])
        {
            places = [.. places.SelectMany(place => Within(place, name, json is Choice.Nothing))];
        }

        foreach (JsonObject place in places)
        {
            if (json is Choice.Nothing)
            {
                place.Remove(names[^1]);
            }
            else if (json is Choice.Whatever)
            {
                place.TryAdd(names[^1], "x");
            }
            else
            {
                place[names[^1]] = JsonNode.Parse(json);
            }
        }
    }

    // What an item of a list has is put into the first one, and taken away from all.
    private static IEnumerable<JsonObject> Within(JsonObject place, string name, bool ofAll)
    {
        if (place[name] is JsonArray items)
        {
            return items.OfType<JsonObject>().Take(ofAll ? items.Count : 1);
        }

        if (ofAll)
        {
            return place[name] is JsonObject there ? [there] : [];
        }

        if (place[name] is not JsonObject)
        {
            place[name] = new JsonObject();
        }

        return [place[name]!.AsObject()];
    }
}
