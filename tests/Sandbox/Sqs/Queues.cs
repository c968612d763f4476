using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Sqs;

/// <summary>The account's queues: making, finding, describing and deleting them.</summary>
internal sealed partial class Queues(SandboxContext context)
{
    /// <summary>What AWS makes callers wait between two purges, and between deleting a queue and making it anew.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Queue> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _deleted = new(StringComparer.Ordinal);

    public JsonObject Create(JsonObject input)
    {
        var name = input.Text("QueueName") ?? throw SqsErrors.MissingParameter("QueueName");
        if (!NameShape().IsMatch(name))
        {
            throw SqsErrors.InvalidParameterValue(
                "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length"
            );
        }

        if (_deleted.TryGetValue(name, out var deleted) && IsWithinPause(deleted))
        {
            throw SqsErrors.QueueDeletedRecently();
        }

        var attributes = input.TextMap("Attributes");
        var queue = new Queue(
            context.Ids.NextGuid().ToString(),
            name,
            QueueSettings.Default.With(attributes),
            context.Clock.Time
        )
        {
            Tags = input.TextMap("tags").Concat(input.TextMap("Tags")).ToDictionary(StringComparer.Ordinal),
        };
        var there = _queues.GetOrAdd(name, queue);
        return Differing(there.Settings, attributes) is { } differing
            ? throw SqsErrors.QueueNameExists(differing)
            : Url(there);
    }

    public JsonObject Url(Queue queue) =>
        new() { ["QueueUrl"] = new Uri(context.Endpoint, $"{Account.Id}/{queue.Name}").AbsoluteUri };

    public JsonObject List(JsonObject input)
    {
        var prefix = input.Text("QueueNamePrefix") ?? string.Empty;
        var urls = _queues
            .Values.Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(queue => queue.Name, StringComparer.Ordinal)
            .Select(queue => Url(queue)["QueueUrl"]!.DeepClone());
        return new JsonObject { ["QueueUrls"] = new JsonArray([.. urls]) };
    }

    /// <summary>Finds the queue of a call: by its URL, whatever the host, or for GetQueueUrl by its name.</summary>
    /// <param name="request">The call.</param>
    /// <returns>The queue.</returns>
    /// <exception cref="AwsException">QueueDoesNotExist, InvalidAddress or MissingParameter.</exception>
    public Queue Find(AwsRequest request)
    {
        var name = request.Operation is "GetQueueUrl"
            ? request.Input.Text("QueueName") ?? throw SqsErrors.MissingParameter("QueueName")
            : NameIn(request.Input.Text("QueueUrl") ?? throw SqsErrors.MissingParameter("QueueUrl"));
        return _queues.GetValueOrDefault(name) ?? throw SqsErrors.QueueDoesNotExist();
    }

    /// <summary>Finds a queue by its URL, without asking who wants to know.</summary>
    /// <param name="url">The URL, whatever the host.</param>
    /// <returns>The queue, or <see langword="null"/> when it was deleted.</returns>
    public Queue? Find(string url) => _queues.GetValueOrDefault(NameIn(url));

    public JsonObject Delete(Queue queue)
    {
        _queues.TryRemove(queue.Name, out _);
        _deleted[queue.Name] = context.Clock.Now;
        return [];
    }

    public JsonObject Purge(Queue queue)
    {
        if (queue.PurgedAt is { } last && IsWithinPause(last))
        {
            throw SqsErrors.PurgeQueueInProgress(queue.Name);
        }

        queue.Purge();
        return [];
    }

    public static JsonObject GetAttributes(Queue queue, JsonObject input)
    {
        var all = Attributes(queue);
        var wanted = input.Texts("AttributeNames");
        if (wanted.FirstOrDefault(name => name is not "All" && !IsAttribute(name, all)) is { } unknown)
        {
            throw SqsErrors.UnknownAttribute(unknown);
        }

        var chosen = all.Where(attribute => wanted.Contains("All") || wanted.Contains(attribute.Key))
            .Select(attribute => new KeyValuePair<string, JsonNode?>(attribute.Key, attribute.Value))
            .ToArray();
        return chosen.Length == 0 ? [] : new JsonObject { ["Attributes"] = new JsonObject(chosen) };
    }

    public static JsonObject SetAttributes(Queue queue, JsonObject input)
    {
        queue.Settings = queue.Settings.With(input.TextMap("Attributes"));
        return [];
    }

    public static JsonObject Tag(Queue queue, JsonObject input)
    {
        var tags = queue.Tags.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in input.TextMap("Tags"))
        {
            tags[key] = value;
        }

        queue.Tags = tags;
        return [];
    }

    public static JsonObject ListTags(Queue queue) =>
        queue.Tags.Count == 0
            ? []
            : new JsonObject
            {
                ["Tags"] = new JsonObject(
                    queue.Tags.Select(tag => new KeyValuePair<string, JsonNode?>(tag.Key, tag.Value))
                ),
            };

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z", RegexOptions.None, 1000)]
    private static partial Regex NameShape();

    private static string? Differing(QueueSettings settings, IReadOnlyDictionary<string, string> attributes) =>
        attributes
            .Where(a =>
                !string.Equals(
                    settings.Values.GetValueOrDefault(a.Key, string.Empty),
                    a.Value,
                    StringComparison.Ordinal
                )
            )
            .Select(a => a.Key)
            .FirstOrDefault();

    private static string NameIn(string url) =>
        (Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.AbsolutePath.Split('/') : []) switch
        {
            [_, Account.Id, var name] => name,
            [_, _, _] => throw SqsErrors.QueueDoesNotExist(),
            _ => throw SqsErrors.InvalidAddress(url),
        };

    private static bool IsAttribute(string name, Dictionary<string, string> all) =>
        all.ContainsKey(name)
        || name
            is "Policy"
                or "RedrivePolicy"
                or "RedriveAllowPolicy"
                or "KmsMasterKeyId"
                or "KmsDataKeyReusePeriodSeconds";

    private static Dictionary<string, string> Attributes(Queue queue)
    {
        var counts = queue.Counts;
        var created = queue.CreatedAt.ToUnixTimeSeconds();
        return new Dictionary<string, string>(queue.Settings.Values, StringComparer.Ordinal)
        {
            ["QueueArn"] = queue.Arn,
            ["CreatedTimestamp"] = Text(created),
            ["LastModifiedTimestamp"] = Text(created),
            ["ApproximateNumberOfMessages"] = Text(counts.Visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(counts.InFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Text(counts.Delayed),
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private bool IsWithinPause(DateTimeOffset since) => context.Clock.Now < since + context.Clock.Compress(Pause);
}
