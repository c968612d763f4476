namespace Firetiger.PatternValidator.Protocol;

/// <summary>The response did not reach CloudFormation. Lambda invokes the function again.</summary>
internal sealed class ResponseNotDeliveredException : Exception
{
    public ResponseNotDeliveredException(string message)
        : base(message) { }
}
