using System.Diagnostics.CodeAnalysis;
using Firetiger.Sandbox.CommandLine;

namespace Firetiger.EndToEnd.Tests;

/// <summary>
/// Which executables the functions of these tests are: those of the build, or, with <c>FIRETIGER_FUNCTIONS</c> set, those of the
/// unzipped packages in that folder: <c>PatternValidator/bootstrap</c> and <c>DlqRedriver/bootstrap</c>.
/// </summary>
internal static class FunctionsUnderTest
{
    private const string Variable = "FIRETIGER_FUNCTIONS";

    /// <summary>The names of their folders.</summary>
    public static readonly string[] Names = ["PatternValidator", "DlqRedriver"];

    /// <summary>Gets a value indicating whether they are packages.</summary>
    public static bool ArePackages => PackagesFolder is not null;

    /// <summary>Gets the folder that has a folder for each.</summary>
    /// <exception cref="FileNotFoundException">Packages are asked for, and one is not there.</exception>
    public static DirectoryInfo Folder => PackagesFolder is { } folder ? Checked(folder) : Repository.BuiltProjects;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the one settings reader of these tests.")]
    private static string? PackagesFolder => Environment.GetEnvironmentVariable(Variable);

    // The sandbox would otherwise take what the build has under the same name.
    private static DirectoryInfo Checked(string folder) =>
        Array.Find(Names, name => !File.Exists(Path.Combine(folder, name, "bootstrap"))) is { } missing
            ? throw new FileNotFoundException($"{Variable} is '{folder}', which has no {missing}/bootstrap.")
            : new DirectoryInfo(Path.GetFullPath(folder));
}
