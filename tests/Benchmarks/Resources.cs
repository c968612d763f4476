using System.IO.Compression;
using System.Text.Json;

namespace Firetiger.Benchmarks;

/// <summary>Files of the repository that are in this executable.</summary>
internal static class Resources
{
    public const int EcsEventCount = 21;

    public const int DifferentialPatternCount = 3000;

    /// <summary>Reads the sample events of <c>template/events</c>.</summary>
    /// <returns>The events as UTF-8.</returns>
    public static IEnumerable<byte[]> EcsEvents() =>
        typeof(Resources)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("ecs/", StringComparison.Ordinal))
            .Select(ReadAll);

    /// <summary>Reads the patterns of the differential tests.</summary>
    /// <returns>The patterns.</returns>
    public static IEnumerable<string> DifferentialPatterns()
    {
        using GZipStream rows = new(Open("differential.ndjson.gz"), CompressionMode.Decompress);
        using StreamReader reader = new(rows);
        while (reader.ReadLine() is { } row)
        {
            using JsonDocument document = JsonDocument.Parse(row);
            yield return document.RootElement.GetProperty("pattern").GetString()!;
        }
    }

    private static byte[] ReadAll(string name)
    {
        using Stream stream = Open(name);
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static Stream Open(string name) => typeof(Resources).Assembly.GetManifestResourceStream(name)!;
}
