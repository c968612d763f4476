namespace Firetiger.CommandLine;

/// <summary>Files that are named on a command line: what is wrong with one is found out before the work, not in it or after it.</summary>
internal static class UserFile
{
    /// <summary>Refuses what cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static void MustBeReadable(FileInfo file) => Probe("read", file, FileMode.Open, FileAccess.Read);

    /// <summary>Refuses what cannot be written, and makes the file where there is none.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void MustBeWritable(FileInfo file) => Probe("write", file, FileMode.OpenOrCreate, FileAccess.Write);

    /// <summary>Puts into words why a file cannot be opened.</summary>
    /// <param name="path">The file.</param>
    /// <param name="failed">What the runtime says.</param>
    /// <returns>The reason, lower case, without a full stop.</returns>
    public static string ReasonOf(string path, Exception failed) =>
        failed switch
        {
            _ when Directory.Exists(path) => "it is a folder",
            FileNotFoundException => "there is no such file",
            DirectoryNotFoundException => "there is no such folder",
            UnauthorizedAccessException => "permission denied",
            _ => failed.Message,
        };

    private static void Probe(string verb, FileInfo file, FileMode mode, FileAccess access)
    {
        try
        {
            using var probe = file.Open(mode, access, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot {verb} `{file}`: {ReasonOf(file.FullName, failed)}", failed);
        }
    }
}
