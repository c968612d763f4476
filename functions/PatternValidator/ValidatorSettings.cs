using System.Diagnostics.CodeAnalysis;

namespace Firetiger.PatternValidator;

/// <summary>What the process is told by its environment. Read once, when it starts.</summary>
/// <param name="RunsInLambda">Whether a Lambda runtime API is there to serve; otherwise this is a command line.</param>
/// <param name="ServesLoopback">
/// Whether AWS itself is on this machine, as in the sandbox: only then may a response go to plain http on loopback.
/// </param>
/// <param name="CallsOverTls">Whether AWS is reached over TLS; it is, but in the sandbox.</param>
/// <param name="AllowsColor">Whether a terminal may be coloured: <c>NO_COLOR</c> is not set, and <c>TERM</c> is not dumb.</param>
internal sealed record ValidatorSettings(bool RunsInLambda, bool ServesLoopback, bool CallsOverTls, bool AllowsColor)
{
    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "This is the one settings reader of the function."
    )]
    public static ValidatorSettings FromEnvironment() => From(Environment.GetEnvironmentVariable);

    public static ValidatorSettings From(Func<string, string?> read)
    {
        Uri.TryCreate(read("AWS_ENDPOINT_URL"), UriKind.Absolute, out var endpoint);
        return new ValidatorSettings(
            RunsInLambda: !string.IsNullOrEmpty(read("AWS_LAMBDA_RUNTIME_API")),
            ServesLoopback: endpoint is { IsLoopback: true },
            CallsOverTls: endpoint is not { Scheme: "http" },
            AllowsColor: string.IsNullOrEmpty(read("NO_COLOR")) && read("TERM") is not (null or "" or "dumb")
        );
    }
}
