namespace Firetiger.ColdStart.Packages;

/// <summary>The checkout that this program was built from.</summary>
internal static class Repository
{
    /// <summary>Gets its folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Gets the sources of the peers.</summary>
    public static string Peers => Path.Combine(Root, "tests", "Benchmarks", "ColdStart", "peers");

    /// <summary>Gets where this program keeps what it builds.</summary>
    public static string Workshop => Path.Combine(Root, "artifacts", "cold-start");

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FiretigerLambdas.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No FiretigerLambdas.sln above this program.");
    }
}
