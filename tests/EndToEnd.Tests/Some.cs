using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.EndToEnd.Tests;

/// <summary>Values for tests that do not care which.</summary>
internal static class Some
{
    /// <summary>Makes arguments for the real template, 150 times faster than AWS.</summary>
    /// <param name="parameters">Template parameters as name and value.</param>
    /// <returns>The arguments.</returns>
    public static SandboxArguments Arguments(params (string Name, string Value)[] parameters) =>
        new()
        {
            Template = Repository.Template,
            Parameters = parameters.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
            Port = 0,
            Seed = 1,
            DeadLetterBody = DeadLetterBody.Matched,
            TimeScale = 150,
            FunctionsFolder = FunctionsUnderTest.Folder,
        };

    /// <summary>Writes a copy of the real template that lacks some lines.</summary>
    /// <param name="from">The text in the first line to leave out.</param>
    /// <param name="to">The text in the first line to keep again.</param>
    /// <returns>The copy.</returns>
    public static FileInfo TemplateWithout(string from, string to)
    {
        var lines = File.ReadAllLines(Repository.Template.FullName);
        var start = Array.FindIndex(lines, line => line.Contains(from, StringComparison.Ordinal));
        var end = Array.FindIndex(lines, start, line => line.Contains(to, StringComparison.Ordinal));
        var copy = new FileInfo(Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.yaml"));
        File.WriteAllLines(copy.FullName, [.. lines[..start], .. lines[end..]]);
        return copy;
    }
}
