using System.Text;
using System.Text.Json.Nodes;
using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Diagnostics.Rendering;
using Firetiger.EventPatterns.Explanation;
using Firetiger.Sandbox.CommandLine;

namespace Firetiger.Sandbox.Page;

/// <summary>A pattern while it is being written: what is wrong with it, which events it matches, and why not the others.</summary>
internal static class Playground
{
    private static readonly IReadOnlyList<KeyValuePair<string, byte[]>> Samples =
    [
        .. Repository.SampleEvents.Select(file =>
            KeyValuePair.Create(Path.GetFileNameWithoutExtension(file.Name), File.ReadAllBytes(file.FullName))
        ),
    ];

    /// <summary>Writes what there is to begin with.</summary>
    /// <returns>The presets and the sample events, each a name and a text.</returns>
    public static JsonObject Describe() =>
        new()
        {
            ["presets"] = Named(
                Repository.Presets.Select(file =>
                    KeyValuePair.Create(Path.GetFileNameWithoutExtension(file.Name), File.ReadAllText(file.FullName))
                )
            ),
            ["samples"] = Named(
                Samples.Select(sample => KeyValuePair.Create(sample.Key, Encoding.UTF8.GetString(sample.Value)))
            ),
        };

    /// <summary>Judges a pattern.</summary>
    /// <param name="pattern">Its text as typed.</param>
    /// <param name="strictness">How the stack has it judged.</param>
    /// <param name="ownEvent">An event of the user's, if any.</param>
    /// <returns>The findings, and what became of each event.</returns>
    public static JsonObject Check(string pattern, Strictness strictness, string? ownEvent)
    {
        var analysis = EventPattern.Analyze(pattern, new AnalysisOptions { Strictness = strictness });
        var matches = analysis.Pattern is { } read
            ? new JsonArray([.. Samples.Select(sample => Match(read, sample.Key, sample.Value))])
            : null;
        return new JsonObject
        {
            ["findings"] = JsonNode.Parse(JsonReport.Render(analysis.Diagnostics)),
            ["hasErrors"] = analysis.HasErrors,
            ["compact"] = analysis.Pattern?.ToString(),
            ["samples"] = matches,
            ["own"] =
                analysis.Pattern is { } own && ownEvent is not null
                    ? Match(own, "your event", Encoding.UTF8.GetBytes(ownEvent))
                    : null,
        };
    }

    private static JsonObject Match(EventPattern pattern, string name, byte[] utf8Event)
    {
        var explanation = pattern.Explain(utf8Event);
        return new JsonObject
        {
            ["name"] = name,
            ["isMatch"] = explanation.IsMatch,
            ["why"] = ExplanationText.Render(explanation),
        };
    }

    private static JsonArray Named(IEnumerable<KeyValuePair<string, string>> texts) =>
        new([.. texts.Select(text => new JsonObject { ["name"] = text.Key, ["text"] = text.Value })]);
}
