using System.Diagnostics;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>The built executable, next to the tests.</summary>
internal static class ValidatorExecutable
{
    /// <summary>Prepares a start in an environment that has nothing of this machine's AWS settings.</summary>
    public static ProcessStartInfo StartInfo(params IReadOnlyList<string> arguments)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, "PatternValidator", here.Name, "PatternValidator");
        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfAws).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static bool IsOfAws(string name) => name.StartsWith("AWS_", StringComparison.Ordinal);
}
