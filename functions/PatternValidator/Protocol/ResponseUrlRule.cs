namespace Firetiger.PatternValidator.Protocol;

/// <summary>Where a response may be sent: to S3, where CloudFormation waits for it, and nowhere else.</summary>
/// <param name="allowLoopback">Whether plain http to this machine is allowed as well, as in the sandbox.</param>
internal sealed class ResponseUrlRule(bool allowLoopback)
{
    private static readonly string[] PartitionSuffixes = [".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu"];

    // The signature covers the URL as it was given, so it is sent as it was given.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Checks the ResponseURL of a request.</summary>
    /// <param name="text">The ResponseURL.</param>
    /// <returns>The URL, unchanged.</returns>
    /// <exception cref="InvalidRequestException">Nothing may be sent there. The message does not quote it.</exception>
    public Uri Check(string text) =>
        TryParse(text) is { } url && (IsS3(url) || (allowLoopback && IsLoopback(url)))
            ? url
            : throw new InvalidRequestException("The ResponseURL is not an https URL of Amazon S3; nothing is sent.");

    // Without canonicalization nothing else keeps a line break out of the request line.
    private static Uri? TryParse(string text) =>
        text.All(c => c is > ' ' and < '\x7f') && Uri.TryCreate(text, Verbatim, out var url) ? url : null;

    private static bool IsS3(Uri url) =>
        url is { Scheme: "https", Port: 443, UserInfo: "" }
        && Array.Find(PartitionSuffixes, suffix => url.Host.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
        && url.Host[..^suffix.Length].Split('.').Any(IsS3Label);

    private static bool IsS3Label(string label) => label is "s3" || label.StartsWith("s3-", StringComparison.Ordinal);

    private static bool IsLoopback(Uri url) => url is { Scheme: "http", IsLoopback: true, UserInfo: "" };
}
