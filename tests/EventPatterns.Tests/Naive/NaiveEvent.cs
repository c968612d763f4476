using System.Text.Json;

namespace Firetiger.EventPatterns.Tests.Naive;

/// <summary>Flattens an event to its scalars: arrays vanish from the paths but are remembered.</summary>
internal sealed class NaiveEvent
{
    private readonly List<NaiveScalar> _scalars = [];
    private int _arrays;

    private NaiveEvent() { }

    public static IReadOnlyList<NaiveScalar> Flatten(JsonElement root)
    {
        NaiveEvent flattened = new();
        flattened.Visit(null, root, new Dictionary<int, int>());
        return flattened._scalars;
    }

    private void Visit(string? path, JsonElement value, Dictionary<int, int> elements)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Visit(path is null ? member.Name : path + "." + member.Name, member.Value, elements);
                }

                break;
            case JsonValueKind.Array:
                VisitArray(path!, value, elements);
                break;
            default:
                _scalars.Add(new NaiveScalar(path!, value, elements));
                break;
        }
    }

    // A scalar is no element of its own: it agrees with everything beside it.
    private void VisitArray(string path, JsonElement array, Dictionary<int, int> elements)
    {
        int number = _arrays++;
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            bool isScalar = item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            Visit(path, item, isScalar ? elements : new(elements) { [number] = index });
            index++;
        }
    }
}
