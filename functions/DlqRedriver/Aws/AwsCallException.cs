namespace Firetiger.DlqRedriver.Aws;

/// <summary>A call to AWS that did not succeed, after the SDK's own retries.</summary>
/// <param name="operation">The operation's name.</param>
/// <param name="code">AWS's error code, or the kind of failure when there was no answer.</param>
/// <param name="inner">What the SDK threw.</param>
internal sealed class AwsCallException(string operation, string code, Exception inner)
    : Exception($"{operation}: {code}: {inner.Message}", inner)
{
    /// <summary>Gets the operation's name.</summary>
    public string Operation => operation;

    /// <summary>Gets AWS's error code.</summary>
    public string Code => code;
}
