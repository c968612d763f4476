using System.Reflection;
using System.Text.Json;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The sample events of ECS that come with the executable.</summary>
internal static class SampleEvents
{
    private const string Folder = "samples/";

    private static readonly Assembly Own = typeof(SampleEvents).Assembly;

    /// <summary>Gets their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Own.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    public static byte[] Read(string name)
    {
        using var resource = Own.GetManifestResourceStream(Folder + name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    public static string DetailTypeOf(string name)
    {
        using var document = JsonDocument.Parse(Read(name));
        return document.RootElement.GetProperty("detail-type").GetString()!;
    }
}
