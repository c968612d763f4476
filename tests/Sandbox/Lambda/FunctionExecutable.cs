using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Finds what a zip would hold among the build's outputs.</summary>
internal static class FunctionExecutable
{
    /// <summary>Finds the executable of a function's project.</summary>
    /// <param name="folder">The folder of <see cref="SandboxOptions.FunctionsFolder"/>.</param>
    /// <param name="codeName">The project's name.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="AwsException">As for a missing S3 object, with every path that was tried.</exception>
    public static string Find(string folder, string codeName)
    {
        var tried = Candidates(Path.Combine(Path.GetFullPath(folder), codeName), codeName).ToList();
        return tried.Find(File.Exists)
            ?? throw new AwsException(
                "InvalidParameterValueException",
                "Error occurred while GetObject. S3 Error Code: NoSuchKey. The sandbox takes code from the build, "
                    + $"but found none of: {string.Join(", ", tried)}"
            );
    }

    private static IEnumerable<string> Candidates(string folder, string codeName) =>
        [
            Path.Combine(folder, "bootstrap"),
            Path.Combine(folder, codeName),
            Path.Combine(folder, "debug", codeName),
            Path.Combine(folder, "release", codeName),
        ];
}
