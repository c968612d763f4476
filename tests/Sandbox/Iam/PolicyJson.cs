using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>Policy documents' habit of writing one string for a list of one.</summary>
internal static class PolicyJson
{
    /// <summary>Reads a string or a list of strings.</summary>
    /// <param name="node">The element; null is an empty list.</param>
    /// <returns>The strings.</returns>
    /// <exception cref="AwsException">MalformedPolicyDocument. Policy variables are refused too: the sandbox does not fill them in.</exception>
    public static IReadOnlyList<string> TextOrTexts(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray list => [.. list.Select(Text)],
            _ => [Text(node)],
        };

    public static AwsException Malformed(string why) => new("MalformedPolicyDocument", why);

    private static string Text(JsonNode? node)
    {
        var text = node is JsonValue value && value.TryGetValue<object>(out _) ? Plain(value) : null;
        return text switch
        {
            null => throw Malformed("Syntax errors in policy."),
            _ when text.Contains("${", StringComparison.Ordinal) => throw Malformed(
                $"The sandbox has no policy variables: {text}"
            ),
            _ => text,
        };
    }

    // Policies write account ids and booleans with and without quotes.
    private static string Plain(JsonValue value) =>
        value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
