namespace Firetiger.EventPatterns.Tests.Cases;

/// <summary>Reads a table of cases: one line a case, cells between <c>⇶</c>, comments after <c>#</c> at the start of a line.</summary>
internal static class CaseFile
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name);

    public static IEnumerable<string[]> Read(string name) =>
        File.ReadLines(PathOf(name))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('⇶', StringSplitOptions.TrimEntries));
}
