using System.Runtime.CompilerServices;
using System.Text;

namespace Firetiger.EventPatterns.Tests.Documents;

/// <summary>A file of the folder <c>docs</c>, as it was when the tests were built.</summary>
internal static class DocumentFile
{
    public static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", name), Encoding.UTF8);

    /// <summary>Keeps what a generated file ought to say in the output folder.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="actual">Its text.</param>
    /// <returns>The command that makes it the file.</returns>
    public static string KeepActual(string name, string actual)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Documents.actual");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name), Encoding.UTF8.GetBytes(actual));
        return $"cp {folder}/{name} {FolderOfSource()}/{name} && git diff";
    }

    private static string FolderOfSource([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs"));
}
