using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace Firetiger.Sandbox.Wire;

/// <summary>Makes an operation's input of parameters such as <c>Tags.member.1.Key</c>.</summary>
internal sealed class QueryInput(QueryNames names)
{
    /// <summary>Reads a form.</summary>
    /// <param name="form">The request's body.</param>
    /// <param name="names">The service's names.</param>
    /// <returns>The operation and its input.</returns>
    /// <exception cref="AwsException">MissingAction, or SerializationException.</exception>
    public static (string Operation, JsonObject Input) Read(string form, QueryNames names)
    {
        var tree = new JsonObject();
        var operation = string.Empty;
        foreach (var (name, values) in QueryHelpers.ParseQuery(form))
        {
            var value = values.ToString();
            if (name is "Action")
            {
                operation = value;
            }
            else if (name is not "Version")
            {
                Place(tree, name, value);
            }
        }

        return operation.Length > 0
            ? (operation, new QueryInput(names).Structure(tree, string.Empty))
            : throw new AwsException("MissingAction", "Could not find operation in the request: Action is missing");
    }

    private static void Place(JsonObject tree, string name, string value)
    {
        var path = name.Split('.');
        foreach (var step in path[..^1])
        {
            tree[step] ??= new JsonObject();
            tree = tree[step] as JsonObject ?? throw BadInput.Because($"{name} is both a value and a structure");
        }

        tree[path[^1]] = value;
    }

    private JsonObject Structure(JsonObject tree, string parent)
    {
        var members = new JsonObject();
        foreach (var (name, node) in tree)
        {
            if (names.Flattened.TryGetValue(name, out var member))
            {
                members[member.Name] = Flattened(member, node);
            }
            else
            {
                members[name] = Member(node, parent, name);
            }
        }

        return members;
    }

    private JsonNode? Member(JsonNode? node, string parent, string name) =>
        node switch
        {
            JsonObject { Count: 1 } tree when tree["member"] is JsonObject list => Items(list, name),
            JsonObject { Count: 1 } tree when tree["entry"] is JsonObject map => Map(Items(map, name), "key", "value"),
            JsonObject tree => Structure(tree, name),
            // What botocore writes for an empty list.
            _ when node!.GetValue<string>() is "" && names.Lists.Contains(name) => new JsonArray(),
            _ => Value(node.GetValue<string>(), parent, name),
        };

    private JsonNode Flattened(QueryMember member, JsonNode? node)
    {
        var items = node is JsonObject list ? Items(list, member.Name) : [];
        return member.Key is null ? items : Map(items, member.Key, "Value");
    }

    private JsonArray Items(JsonObject list, string name) =>
        [.. list.OrderBy(item => Index(item.Key)).Select(item => Member(item.Value, name, name))];

    private static JsonObject Map(JsonArray entries, string key, string value)
    {
        var map = new JsonObject();
        foreach (var entry in entries.OfType<JsonObject>())
        {
            map[entry.Text(key) ?? string.Empty] = entry[value]?.DeepClone();
        }

        return map;
    }

    private static int Index(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw BadInput.Because($"'{text}' is not the index of a list's item");

    private JsonValue Value(string text, string parent, string name)
    {
        if (names.Numbers.Contains(name) || names.Numbers.Contains($"{parent}.{name}"))
        {
            return
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number)
                ? Number(number)
                : throw BadInput.Because($"{name} is not a number");
        }

        return names.Flags.Contains(name) ? JsonValue.Create(Flag(text, name)) : JsonValue.Create(text);
    }

    private static JsonValue Number(double number) =>
        double.IsInteger(number) ? JsonValue.Create((long)number) : JsonValue.Create(number);

    private static bool Flag(string text, string name) =>
        bool.TryParse(text, out var flag) ? flag : throw BadInput.Because($"{name} is not a boolean");
}
