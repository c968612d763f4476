using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Firetiger.Template.Tests.Model;

/// <summary>
/// template.yaml as JSON: short forms such as !Ref in their long form, and every scalar a string, which is how
/// CloudFormation compares them.
/// </summary>
internal static class TemplateFile
{
    private static readonly Lazy<JsonObject> Template = new(() =>
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "template.yaml"));
        return Parse(reader);
    });

    /// <summary>Gives a copy of the template that a test may change.</summary>
    public static JsonObject Read() => Template.Value.DeepClone().AsObject();

    public static JsonObject Parse(TextReader yaml)
    {
        var stream = new YamlStream();
        stream.Load(yaml);
        return ToJson(stream.Documents[0].RootNode).AsObject();
    }

    private static JsonNode ToJson(YamlNode node)
    {
        var value = Untagged(node);
        if (node.Tag.IsEmpty || !node.Tag.IsLocal)
        {
            return value;
        }

        var tag = node.Tag.Value[1..];
        return tag switch
        {
            "Ref" or "Condition" => new JsonObject { [tag] = value },
            "GetAtt" => new JsonObject { ["Fn::GetAtt"] = Attribute(value.GetValue<string>()) },
            _ => new JsonObject { [$"Fn::{tag}"] = value },
        };
    }

    private static JsonNode Untagged(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Select(pair => KeyValuePair.Create<string, JsonNode?>(Key(pair.Key), ToJson(pair.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? ""),
            _ => throw new FormatException($"Line {node.Start.Line}: CloudFormation knows no YAML aliases"),
        };

    private static string Key(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static JsonArray Attribute(string dotted)
    {
        var parts = dotted.Split('.', 2);
        return [parts[0], parts[1]];
    }
}
