namespace Firetiger.Sandbox.Tests.Wire;

/// <summary>Values for tests.</summary>
internal static class Some
{
    public const string QueueArn = "arn:aws:sqs:us-east-1:123456789012:a-queue";

    public const string RuleArn = "arn:aws:events:us-east-1:123456789012:rule/a-rule";

    public static string TrustOfLambda { get; } =
        Policy("""{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}""");

    public static string Policy(params string[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    /// <summary>The queue policy that EventBridge needs: one rule may send.</summary>
    public static string PolicyForRule(string ruleArn) =>
        Policy(
            $$$"""
            {"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage",
             "Resource":"{{{QueueArn}}}","Condition":{"ArnEquals":{"aws:SourceArn":"{{{ruleArn}}}"} } }
            """
        );
}
