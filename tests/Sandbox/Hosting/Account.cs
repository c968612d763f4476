namespace Firetiger.Sandbox.Hosting;

/// <summary>The one account and Region that the sandbox is.</summary>
internal static class Account
{
    public const string Id = "123456789012";
    public const string Partition = "aws";
    public const string Region = "us-east-1";

    /// <summary>Makes the ARN of a Regional resource.</summary>
    /// <param name="service">Such as <c>sqs</c>.</param>
    /// <param name="resource">Such as <c>rule/a-bus/a-rule</c>.</param>
    /// <returns>The ARN.</returns>
    public static string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Id}:{resource}";
}
