using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Sqs;

/// <summary>A queue's attributes that can be set.</summary>
/// <param name="Values">All that have a value, by name.</param>
internal sealed record QueueSettings(IReadOnlyDictionary<string, string> Values)
{
    private const int LongestPolicy = 8192;

    private static readonly Dictionary<string, (int Default, int Least, int Most)> Numbers = new(StringComparer.Ordinal)
    {
        ["DelaySeconds"] = (0, 0, 900),
        ["MaximumMessageSize"] = (1_048_576, 1024, 1_048_576),
        ["MessageRetentionPeriod"] = (345_600, 60, 1_209_600),
        ["ReceiveMessageWaitTimeSeconds"] = (0, 0, 20),
        ["VisibilityTimeout"] = (30, 0, 43_200),
    };

    /// <summary>Gets the attributes of a new queue for which nothing is said.</summary>
    public static QueueSettings Default { get; } =
        new(
            Numbers
                .ToDictionary(
                    number => number.Key,
                    number => number.Value.Default.ToString(CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
                .Append(new("SqsManagedSseEnabled", "true"))
                .ToDictionary(StringComparer.Ordinal)
        );

    public TimeSpan Delay => Seconds("DelaySeconds");

    public TimeSpan Retention => Seconds("MessageRetentionPeriod");

    public TimeSpan Visibility => Seconds("VisibilityTimeout");

    public TimeSpan Wait => Seconds("ReceiveMessageWaitTimeSeconds");

    public int MaximumMessageSize => int.Parse(Values["MaximumMessageSize"], CultureInfo.InvariantCulture);

    public string? Policy => Values.GetValueOrDefault("Policy");

    /// <summary>Changes some attributes; an empty value removes one that has no default.</summary>
    /// <param name="changes">The new values.</param>
    /// <returns>The attributes after it.</returns>
    /// <exception cref="AwsException">InvalidAttributeName or InvalidAttributeValue.</exception>
    public QueueSettings With(IReadOnlyDictionary<string, string> changes)
    {
        var values = Values.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            Check(name, value);
            values[name] = value;
        }

        return new QueueSettings(values.Where(entry => entry.Value.Length > 0).ToDictionary(StringComparer.Ordinal));
    }

    private static void Check(string name, string value)
    {
        var isValid = name switch
        {
            _ when Numbers.TryGetValue(name, out var range) => IsNumber(value, range.Least, range.Most),
            "KmsDataKeyReusePeriodSeconds" => IsNumber(value, 60, 86_400),
            "SqsManagedSseEnabled" => value is "true" or "false",
            "Policy" => value.Length == 0 || IsPolicy(value),
            "RedriveAllowPolicy" => value.Length == 0 || IsJsonObject(value),
            "KmsMasterKeyId" when value.Length > 0 => throw SqsErrors.InvalidAttributeValue(
                name,
                " Reason: The sandbox does not evaluate a KMS key's policy, without which EventBridge's messages are lost."
            ),
            "KmsMasterKeyId" => true,
            "FifoQueue" or "ContentBasedDeduplication" or "RedrivePolicy" => throw new AwsException(
                "InvalidAttributeName",
                $"The sandbox has standard queues without dead-letter queues of SQS's own: it lacks {name}."
            ),
            _ => throw SqsErrors.UnknownAttribute(name),
        };
        if (!isValid)
        {
            throw SqsErrors.InvalidAttributeValue(name);
        }
    }

    private static bool IsNumber(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most;

    private static bool IsPolicy(string value)
    {
        try
        {
            return Encoding.UTF8.GetByteCount(value) <= LongestPolicy
                && Iam.Policy.Parse(value).Statements.All(statement => statement.Principal is not null);
        }
        catch (AwsException bad)
        {
            throw SqsErrors.InvalidAttributeValue(nameof(Policy), $" Reason: {bad.Message}");
        }
    }

    private static bool IsJsonObject(string value)
    {
        try
        {
            return JsonNode.Parse(value) is JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private TimeSpan Seconds(string name) =>
        TimeSpan.FromSeconds(int.Parse(Values[name], CultureInfo.InvariantCulture));
}
