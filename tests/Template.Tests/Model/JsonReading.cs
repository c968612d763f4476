using System.Text.Json.Nodes;

namespace Firetiger.Template.Tests.Model;

/// <summary>Reading a template by path; what is absent reads as nothing.</summary>
internal static class JsonReading
{
    extension(JsonNode? node)
    {
        /// <summary>The node at a path of member names and indexes, such as <c>Targets/0/Arn</c>.</summary>
        public JsonNode? At(string path)
        {
            var current = node;
            foreach (var step in path.Split('/'))
            {
                current = current switch
                {
                    JsonObject map => map[step],
                    JsonArray list when Index(step) is { } index && index < list.Count => list[index],
                    _ => null,
                };
            }

            return current;
        }

        public string? Text(string path) => node.At(path) is JsonValue value ? value.GetValue<string>() : null;

        /// <summary>A list, or the one value that IAM lets stand for a list, as texts.</summary>
        public IReadOnlyList<string> Texts(string path) =>
            node.At(path) switch
            {
                JsonArray list => [.. list.Select(item => item!.GetValue<string>())],
                JsonValue value => [value.GetValue<string>()],
                _ => [],
            };

        public IReadOnlyList<JsonNode> Items(string path) =>
            node.At(path) is JsonArray list ? [.. list.Select(item => item!)] : [];

        public IReadOnlyList<string> Keys(string path) =>
            node.At(path) is JsonObject map ? [.. map.Select(pair => pair.Key)] : [];
    }

    private static int? Index(string step) =>
        int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : null;
}
