using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Measuring;

/// <summary>The event of every message.</summary>
internal static class SampleEvent
{
    /// <summary>Gets a stopped task as ECS tells it.</summary>
    public static string Json { get; } =
        File.ReadAllText(Path.Combine(Repository.Root, "template", "events", "03-task-stopped-exit-1.json"));

    /// <summary>Makes the largest event that the redriver sends again.</summary>
    /// <returns>JSON of 1,000,000 bytes.</returns>
    public static string Largest()
    {
        const int Bytes = 1_000_000;
        var end = Json.LastIndexOf('}');
        var padding = new string('x', Bytes - end - ""","padding":""}""".Length);
        return $$"""{{Json[..end]}},"padding":"{{padding}}"}""";
    }
}
