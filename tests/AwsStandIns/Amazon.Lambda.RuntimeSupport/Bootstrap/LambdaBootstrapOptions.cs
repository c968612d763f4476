namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Options of the bootstrap.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API; AWS_LAMBDA_RUNTIME_API when null.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
