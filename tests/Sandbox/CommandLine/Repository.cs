namespace Firetiger.Sandbox.CommandLine;

/// <summary>Finds the checkout that this program was built from, wherever it is started.</summary>
internal static class Repository
{
    private static readonly DirectoryInfo OwnFolder = new(AppContext.BaseDirectory);

    /// <summary>Gets the folder that has a folder for each built project.</summary>
    public static DirectoryInfo BuiltProjects => OwnFolder.Parent!.Parent!;

    /// <summary>Gets the template that users install.</summary>
    public static FileInfo Template => new(Path.Combine(Root().FullName, "template", "template.yaml"));

    /// <summary>Gets the ECS sample events, in order of name.</summary>
    public static IReadOnlyList<FileInfo> SampleEvents =>
        [
            .. new DirectoryInfo(Path.Combine(Root().FullName, "template", "events"))
                .EnumerateFiles("*.json")
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    /// <summary>Gets the event patterns to begin with, in order of name.</summary>
    public static IReadOnlyList<FileInfo> Presets =>
        [
            .. new DirectoryInfo(Path.Combine(Root().FullName, "template", "patterns"))
                .EnumerateFiles("*.json")
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    private static DirectoryInfo Root()
    {
        for (var folder = OwnFolder; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FiretigerLambdas.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No FiretigerLambdas.sln above {OwnFolder.FullName}");
    }
}
