using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Somebody gave an event where a pattern is wanted. Every field of it would be a mistake of its own.</summary>
internal static class PastedEvent
{
    private const int MaximumHint = 160;

    /// <summary>Recognizes an event by what EventBridge writes into each, all of it as plain text, from the first field on.</summary>
    /// <param name="root">The whole pattern.</param>
    /// <returns><see langword="true"/> if it is one.</returns>
    public static bool Is(JsonObject root) =>
        root.Members.Length > 0
        && root.Members[0].Value is JsonString
        && Text(root, "source") is not null
        && Text(root, "detail-type") is not null
        && (Text(root, "id") ?? Text(root, "time") ?? Text(root, "account")) is not null;

    /// <summary>Makes the one finding, about the first field, where EventBridge stops too.</summary>
    /// <param name="root">The event.</param>
    /// <returns>The finding.</returns>
    public static Finding Found(JsonObject root)
    {
        StringBuilder mended = new("{\"source\": [");
        mended.AppendQuoted(Text(root, "source")!).Append("], \"detail-type\": [");
        mended.AppendQuoted(Text(root, "detail-type")!).Append("]}");
        return StructureFindings.Event(
            root.Members[0].Name,
            mended.Length <= MaximumHint ? mended.ToString() : "{\"source\": [\"aws.ecs\"]}"
        );
    }

    private static string? Text(JsonObject root, string name) => (root.Last(name) as JsonString)?.Value;
}
