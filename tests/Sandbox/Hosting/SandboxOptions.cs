namespace Firetiger.Sandbox.Hosting;

/// <summary>What may be chosen when a sandbox starts.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Gets the loopback port of every service; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Gets the seed of ids and jitter: the same seed gives the same ids in the same order.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets how many times faster than AWS the waits that the sandbox owns go by: retries, schedules, metric periods.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Gets what EventBridge puts into a dead-letter queue: AWS documents neither.</summary>
    public DeadLetterBody DeadLetterBody { get; init; }

    /// <summary>Gets environment variables that win over those a template gives its functions.</summary>
    public IReadOnlyDictionary<string, string> FunctionEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the web page beside the services, if there is to be one.</summary>
    public IHttpEndpoints? Page { get; init; }

    /// <summary>Gets the folder that has a folder for each function's executable.</summary>
    public required string FunctionsFolder { get; init; }

    /// <summary>
    /// Gets the folder that has a folder for each S3 bucket. With it, functions are the zips that their S3Bucket and S3Key name,
    /// and CloudFormation takes a TemplateURL, and a TemplateBody of the service's own limit.
    /// </summary>
    public string? BucketsFolder { get; init; }
}
