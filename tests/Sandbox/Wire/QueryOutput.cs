using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Firetiger.Sandbox.Wire;

/// <summary>Makes XML of an operation's output.</summary>
internal sealed class QueryOutput(WireService service, string operation)
{
    private readonly XNamespace _space = service.XmlNamespace!;

    /// <summary>Adds a structure's members to an element.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="members">The members.</param>
    public void Fill(XElement parent, JsonObject members)
    {
        foreach (var (name, node) in members)
        {
            if (node is not null)
            {
                parent.Add(FlatName(name) is { } flat ? Flattened(flat, node) : [Element(name, node)]);
            }
        }
    }

    private string? FlatName(string name) =>
        service.Query.FlattenedResults.GetValueOrDefault($"{operation}.{name}")
        ?? service.Query.FlattenedResults.GetValueOrDefault(name);

    private IEnumerable<XElement> Flattened(string name, JsonNode node) =>
        node switch
        {
            JsonArray list => list.Select(item => Element(name, item!)),
            JsonObject map => map.Select(entry => new XElement(
                _space + name,
                Element(service.Query.Flattened[name].Key!, entry.Key),
                Element("Value", entry.Value!)
            )),
            _ => [Element(name, node)],
        };

    private XElement Element(string name, JsonNode node)
    {
        var element = new XElement(_space + name);
        switch (node)
        {
            case JsonObject members:
                Fill(element, members);
                break;
            case JsonArray list:
                element.Add(list.Select(item => Element("member", item!)));
                break;
            default:
                element.Value = Text(node.AsValue());
                break;
        }

        return element;
    }

    private static string Text(JsonValue value) =>
        value switch
        {
            _ when Timestamp.TryGet(value, out var time) => Timestamp.Iso8601(time),
            _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => value.ToJsonString(),
        };
}
