using System.Globalization;

namespace Firetiger.DlqRedriver.Aws;

/// <summary>
/// A call to AWS that did not succeed, after the SDK's own retries. Its message may be logged: AWS's own words, which may
/// quote an event, are kept only where there is no event to quote.
/// </summary>
/// <param name="operation">The operation's name.</param>
/// <param name="code">AWS's error code, or the kind of failure when there was no answer.</param>
/// <param name="status">The HTTP status, or 0 when there was no answer.</param>
/// <param name="inner">What the SDK threw, or null.</param>
internal sealed class AwsCallException(string operation, string code, int status, Exception? inner)
    : Exception($"{operation}: {code}{Status(status)}{Words(operation, code, inner)}", inner)
{
    // Parts of the codes that speak of the caller, the bus or the moment. Source: "Common Errors" in the API reference.
    private static readonly string[] NotOfTheRequest =
    [
        "AccessDenied",
        "Authoriz",
        "Credential",
        "Disabled",
        "Expired",
        "Internal",
        "LimitExceeded",
        "NotFound",
        "OptIn",
        "Signature",
        "Throttl",
        "Timeout",
        "Token",
        "TooManyRequests",
        "Unavailable",
        "UnrecognizedClient",
    ];

    /// <summary>Gets the operation's name.</summary>
    public string Operation => operation;

    /// <summary>Gets AWS's error code.</summary>
    public string Code => code;

    /// <summary>Gets the HTTP status, or 0 when there was no answer.</summary>
    public int HttpStatus => status;

    /// <summary>Gets a value indicating whether what was sent is to blame, so that the same request fails again.</summary>
    public bool BlamesRequest =>
        status is >= 400 and < 500 and not (401 or 403 or 408 or 429)
        && !Array.Exists(NotOfTheRequest, part => code.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static string Status(int status) =>
        status == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (HTTP {status})");

    private static string Words(string operation, string code, Exception? inner) =>
        operation.StartsWith("Describe", StringComparison.Ordinal)
        || operation.StartsWith("List", StringComparison.Ordinal)
        || code.StartsWith("AccessDenied", StringComparison.Ordinal)
        || code.StartsWith("ResourceNotFound", StringComparison.Ordinal)
            ? $": {inner?.Message}"
            : "";
}
