using System.IO.Compression;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.S3;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Finds what runs: the bootstrap of a zip in a bucket or, without buckets, what it would hold among the build's outputs.</summary>
internal static class FunctionExecutable
{
    /// <summary>Finds the executable of a function.</summary>
    /// <param name="options">Which buckets there are, or which folder has the build's outputs.</param>
    /// <param name="code">The code.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="AwsException">As for a missing S3 object, with every path that was tried.</exception>
    public static string Find(SandboxOptions options, FunctionCode code)
    {
        var folder = options.BucketsFolder is { } buckets
            ? Unzip(new Buckets(buckets).Find(code.Bucket, code.Key))
            : Path.Combine(Path.GetFullPath(options.FunctionsFolder), code.ProjectName);
        var tried = Candidates(folder, code.ProjectName).ToList();
        return tried.Find(File.Exists) ?? throw Missing($"found none of: {string.Join(", ", tried)}");
    }

    private static string Unzip(FileInfo zip)
    {
        if (!zip.Exists)
        {
            throw Missing($"there is no {zip.FullName}");
        }

        var folder = $"{zip.FullName}.unzipped";
        if (!Directory.Exists(folder))
        {
            ZipFile.ExtractToDirectory(zip.FullName, folder);
        }

        return folder;
    }

    private static IEnumerable<string> Candidates(string folder, string projectName) =>
        [
            Path.Combine(folder, "bootstrap"),
            Path.Combine(folder, projectName),
            Path.Combine(folder, "debug", projectName),
            Path.Combine(folder, "release", projectName),
        ];

    private static AwsException Missing(string what) =>
        new(
            "InvalidParameterValueException",
            $"Error occurred while GetObject. S3 Error Code: NoSuchKey. The sandbox looks for code, but {what}"
        );
}
