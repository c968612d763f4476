namespace Firetiger.Repository.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "node_modules", ".git", ".terraform"];

    /// <summary>Gets its folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Gets its documents: paths from <see cref="Root"/>, with slashes.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [.. In(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">From <see cref="Root"/>.</param>
    /// <returns>Its text.</returns>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Tells whether a file or folder is there.</summary>
    /// <param name="path">From <see cref="Root"/>.</param>
    /// <returns>Whether it is.</returns>
    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<string> In(DirectoryInfo folder) =>
        folder
            .EnumerateFiles("*.md")
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(In));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FiretigerLambdas.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("FiretigerLambdas.sln is not above the tests.");
    }
}
