using System.Text;
using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>Values that a test does not care about, to be changed where it does.</summary>
internal static class Some
{
    public const string LiveRuleArn = "arn:aws:events:us-east-1:123456789012:rule/firetiger-ecs-1";

    public const string RedriveRuleArn = "arn:aws:events:us-east-1:123456789012:rule/redrive-bus/redrive-rule";

    public const string TargetArn = "arn:aws:events:us-east-1:123456789012:api-destination/firetiger/0a1b";

    public const string Event = """
        {"version":"0","id":"e-1","detail-type":"ECS Task State Change","source":"aws.ecs","detail":{"n": 4.0,"s":"\ud83d\ude80"}}
        """;

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static readonly RedriveLimits Limits = new(5, TimeSpan.FromDays(30), TimeSpan.FromMinutes(5));

    public static DeadLetter DeadLetter(int attempt = 0, string? errorCode = "SDK_CLIENT_ERROR") =>
        new()
        {
            MessageId = "m-1",
            ReceiptHandle = "r-1",
            Body = Event,
            SentAt = Now.AddHours(-7),
            Attributes = new DeadLetterAttributes
            {
                RuleArn = LiveRuleArn,
                TargetArn = TargetArn,
                ErrorCode = errorCode,
            },
            Shape = attempt == 0 ? BodyShape.Original : BodyShape.Enveloped,
            Event = Encoding.UTF8.GetBytes(Event),
            Counts = new RedriveCounts(attempt, 0, Now.AddHours(-7)),
        };

    public static Message SqsMessage(string body, string ruleArn = LiveRuleArn) =>
        new()
        {
            MessageId = "m-1",
            ReceiptHandle = "r-1",
            Body = body,
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SentTimestamp"] = $"{Now.AddHours(-7).ToUnixTimeMilliseconds()}",
            },
            MessageAttributes = new Dictionary<string, MessageAttributeValue>(StringComparer.Ordinal)
            {
                ["RULE_ARN"] = new() { DataType = "String", StringValue = ruleArn },
                ["TARGET_ARN"] = new() { DataType = "String", StringValue = TargetArn },
                ["ERROR_CODE"] = new() { DataType = "String", StringValue = "SDK_CLIENT_ERROR" },
            },
        };

    /// <summary>A failed copy as EventBridge dead-letters it: its own event around our detail.</summary>
    public static string FailedCopy(string detail) =>
        $$"""
            {"version":"0","id":"c-1","detail-type":"Dead-Lettered Event","source":"firetiger.redrive","account":"123456789012","time":"2026-11-23T05:00:00Z","region":"us-east-1","resources":[],"detail":{{detail}}}
            """;
}
