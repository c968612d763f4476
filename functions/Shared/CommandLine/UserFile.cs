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

    private static void Probe(string verb, FileInfo file, FileMode mode, FileAccess access)
    {
        try
        {
            using var probe = file.Open(mode, access, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            var reason = failed switch
            {
                _ when Directory.Exists(file.FullName) => "it is a folder",
                FileNotFoundException => "there is no such file",
                DirectoryNotFoundException => "there is no such folder",
                UnauthorizedAccessException => "permission denied",
                _ => failed.Message,
            };
            throw new UsageException($"cannot {verb} `{file}`: {reason}", failed);
        }
    }
}
