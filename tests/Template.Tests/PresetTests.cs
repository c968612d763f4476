using System.Text;
using System.Text.Json.Nodes;
using Firetiger.EventPatterns;

namespace Firetiger.Template.Tests;

/// <summary>The patterns of template/patterns: what each takes of the sample events, and that the documents show the same.</summary>
public sealed class PresetTests
{
    private static readonly string Root = AppContext.BaseDirectory;

    /// <summary>Gets each preset with the numbers of the sample events that it takes.</summary>
    public static TheoryData<string, int[]> Presets =>
        new()
        {
            { "stopped-tasks", [3, 4, 6, 7, 9, 10, 11, 12, 13] },
            { "out-of-memory", [4, 5, 6] },
            { "failures", [3, 4, 6, 10, 12] },
            { "spot-interruptions", [8, 9] },
            { "deployment-failures", [17, 18, 20] },
            { "all-changes", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] },
        };

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_has_no_findings(string name, int[] matches)
    {
        matches.ShouldNotBeEmpty();

        EventPattern.Analyze(Text(name)).Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_takes_the_sample_events_it_is_for(string name, int[] matches)
    {
        var samples = Directory.GetFiles(Path.Combine(Root, "events")).Order(StringComparer.Ordinal).ToArray();
        var pattern = EventPattern.Parse(Text(name));

        samples.Length.ShouldBe(21);
        samples.Where(sample => pattern.IsMatch(File.ReadAllBytes(sample))).Select(NumberOf).ShouldBe(matches);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void The_README_shows_a_preset_as_it_is(string name, int[] matches)
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        matches.ShouldNotBeEmpty();
        readme.ShouldContain($"[`{name}.json`](template/patterns/{name}.json)");
        readme.ShouldContain($"```json\n{Text(name)}```\n");
    }

    [Fact]
    public void Every_preset_is_tested() =>
        Directory
            .GetFiles(Path.Combine(Root, "patterns"))
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(Presets.Select(row => row.Data.Item1), ignoreOrder: true);

    [Fact]
    public void The_default_of_the_template_is_the_preset_of_stopped_tasks()
    {
        var parameter = Model.TemplateFile.Read()["Parameters"]!["EventPattern"]!["Default"]!.GetValue<string>();

        JsonNode.DeepEquals(JsonNode.Parse(parameter), JsonNode.Parse(Text("stopped-tasks"))).ShouldBeTrue();
    }

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(Root, "patterns", $"{name}.json"), Encoding.UTF8);

    private static int NumberOf(string sample) =>
        int.Parse(Path.GetFileName(sample)[..2], System.Globalization.CultureInfo.InvariantCulture);
}
