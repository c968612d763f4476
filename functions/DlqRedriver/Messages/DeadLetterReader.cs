using System.Globalization;
using System.Text;
using Amazon.SQS.Model;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>Reads SQS messages as dead-lettered events. Nothing in a message makes it fail.</summary>
/// <param name="redriveBusName">The bus that copies travel on.</param>
/// <param name="redriveRuleName">The rule that copies match.</param>
internal sealed class DeadLetterReader(string redriveBusName, string redriveRuleName)
{
    // AWS's codes are short; whoever else may write to the queue cannot blow up a copy with one.
    private const int LongestErrorCode = 128;

    private readonly string _redriveRuleSuffix = $":rule/{redriveBusName}/{redriveRuleName}";

    /// <summary>Reads one message.</summary>
    /// <param name="message">As SQS returned it.</param>
    /// <param name="now">The time, for a message without a readable SentTimestamp.</param>
    /// <returns>What it is.</returns>
    public DeadLetter Read(Message message, DateTimeOffset now)
    {
        var attributes = Attributes(message);
        var mark = RedriveMark.Read(Text(message, RedriveMark.AttributeName));
        var body = message.Body ?? "";
        var content = BodyReader.Read(Encoding.UTF8.GetBytes(body), IsRedriveRule(attributes.RuleArn));
        // A queue's clock ahead of ours must not make a message wait for a date that is far off.
        var sentAt = SentAt(message) is { } sent && sent < now ? sent : now;
        return new DeadLetter
        {
            MessageId = message.MessageId ?? "",
            ReceiptHandle = message.ReceiptHandle ?? "",
            Body = body,
            SentAt = sentAt,
            Attributes = attributes,
            SqsAttributes = message.MessageAttributes ?? [],
            Shape = content.Shape,
            Event = content.Event,
            EventId = content.EventId,
            IsTest = content.IsTest,
            Counts = Counts(content.Counts ?? mark?.Counts, sentAt),
            QuarantineReason = mark?.Reason,
        };
    }

    private static DeadLetterAttributes Attributes(Message message) =>
        new()
        {
            RuleArn = Text(message, "RULE_ARN"),
            TargetArn = Text(message, "TARGET_ARN"),
            ErrorCode = Text(message, "ERROR_CODE") is { } code
                ? code[..Math.Min(code.Length, LongestErrorCode)]
                : null,
            ErrorMessage = Text(message, "ERROR_MESSAGE"),
            ExhaustedRetryCondition = Text(message, "EXHAUSTED_RETRY_CONDITION"),
            RetryAttempts = Text(message, "RETRY_ATTEMPTS"),
        };

    private static RedriveCounts Counts(RedriveCounts? counts, DateTimeOffset sentAt)
    {
        if (counts is null)
        {
            return new RedriveCounts(0, 0, sentAt);
        }

        // An event was not dead-lettered after the message that carries it was sent: a date later than that is skew.
        return counts.FirstDeadLetteredAt > sentAt ? counts with { FirstDeadLetteredAt = sentAt } : counts;
    }

    private static DateTimeOffset? SentAt(Message message) =>
        message.Attributes is { } system
        && system.TryGetValue("SentTimestamp", out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static string? Text(Message message, string name) =>
        message.MessageAttributes is { } attributes
        && attributes.TryGetValue(name, out var value)
        && !string.IsNullOrEmpty(value?.StringValue)
            ? value.StringValue
            : null;

    private bool IsRedriveRule(string? ruleArn) =>
        ruleArn is not null && ruleArn.EndsWith(_redriveRuleSuffix, StringComparison.Ordinal);
}
