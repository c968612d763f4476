using System.Text.Json;

namespace Firetiger.EventPatterns.Tests.Naive;

/// <summary>A scalar of an event.</summary>
/// <param name="Path">The keys around it joined with dots.</param>
/// <param name="Value">The scalar.</param>
/// <param name="Elements">For each array around it, by number, which of its elements it stands in.</param>
internal sealed record NaiveScalar(string Path, JsonElement Value, IReadOnlyDictionary<int, int> Elements)
{
    public bool AgreesWith(IReadOnlyDictionary<int, int> chosen) =>
        Elements.All(element => !chosen.TryGetValue(element.Key, out int other) || other == element.Value);
}
