using System.Text.RegularExpressions;

namespace Firetiger.Sandbox.S3;

/// <summary>Amazon S3, as far as other services read from it: a folder that has a folder for each bucket.</summary>
/// <param name="folder">The folder.</param>
internal sealed partial class Buckets(string folder)
{
    /// <summary>Finds an object.</summary>
    /// <param name="bucket">Its bucket.</param>
    /// <param name="key">Its key.</param>
    /// <returns>The file; it may not exist.</returns>
    public FileInfo Find(string bucket, string key) => new(Path.Combine(folder, bucket, key));

    /// <summary>Finds what a URL of S3 names: <c>https://s3.amazonaws.com/bucket/key</c>, or with the bucket in the host's name, or with a Region.</summary>
    /// <param name="url">The URL.</param>
    /// <returns>The file, which may not exist; null for any other URL.</returns>
    public FileInfo? Find(string url) =>
        ObjectUrl().Match(url) is { Success: true, Groups: var parts }
            ? Find(parts["bucket"].Value, Uri.UnescapeDataString(parts["key"].Value))
            : null;

    [GeneratedRegex(
        @"^https://(((?<bucket>[a-z0-9][a-z0-9.-]+)\.)?s3([.-][a-z0-9-]+)?\.amazonaws\.com)/(?(bucket)|(?<bucket>[^/?]+)/)(?<key>[^?]+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ObjectUrl();
}
