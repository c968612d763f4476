using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Iam;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Sns;

/// <summary>SNS: topics with their policies and subscriptions. What is published is kept and goes nowhere.</summary>
/// <param name="context">The sandbox.</param>
internal sealed class SnsService(SandboxContext context) : IAwsService
{
    private static readonly string[] KnownAttributes = ["DisplayName", "Policy"];

    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    public string SigningName => "sns";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Func<JsonObject, JsonObject> run = request.Operation switch
        {
            "CreateTopic" => Create,
            "DeleteTopic" => Delete,
            "GetTopicAttributes" => GetAttributes,
            "SetTopicAttributes" => SetAttribute,
            "Subscribe" => Subscribe,
            "Unsubscribe" => Unsubscribe,
            "ListSubscriptionsByTopic" => ListSubscriptions,
            "Publish" => Publish,
            _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
        };
        var arn = request.Input.Text("TopicArn") ?? "*";
        var policy = _topics.GetValueOrDefault(arn)?.Attributes.GetValueOrDefault("Policy");
        context.Authorizer.Demand(request.Caller, $"{SigningName}:{request.Operation}", arn, policy);
        return Task.FromResult(run(request.Input));
    }

    private JsonObject Create(JsonObject input)
    {
        var topic = _topics.GetOrAdd(Account.Arn("sns", Required(input, "Name")), arn => new Topic(arn));
        foreach (var (name, value) in input.TextMap("Attributes"))
        {
            Set(topic, name, value);
        }

        return new JsonObject { ["TopicArn"] = topic.Arn };
    }

    private JsonObject Delete(JsonObject input)
    {
        // A topic that is not there is deleted already.
        _topics.TryRemove(Required(input, "TopicArn"), out _);
        return [];
    }

    private JsonObject GetAttributes(JsonObject input)
    {
        var topic = Find(input);
        var attributes = new JsonObject { ["TopicArn"] = topic.Arn };
        foreach (var (name, value) in topic.Attributes)
        {
            attributes[name] = value;
        }

        return new JsonObject { ["Attributes"] = attributes };
    }

    private JsonObject SetAttribute(JsonObject input)
    {
        Set(Find(input), Required(input, "AttributeName"), input.Text("AttributeValue") ?? "");
        return [];
    }

    private JsonObject Subscribe(JsonObject input)
    {
        var topic = Find(input);
        if (Required(input, "Protocol") is var protocol && protocol is not "email")
        {
            throw SnsErrors.Invalid($"the sandbox knows the protocol email only, not {protocol}");
        }

        var endpoint = Required(input, "Endpoint");
        if (!endpoint.Contains('@', StringComparison.Ordinal))
        {
            throw SnsErrors.Invalid("Email address");
        }

        var arn = $"{topic.Arn}:{context.Ids.NextGuid()}";
        topic.Subscriptions[arn] = (protocol, endpoint);
        return new JsonObject
        {
            ["SubscriptionArn"] = input.Flag("ReturnSubscriptionArn") is true ? arn : "pending confirmation",
        };
    }

    private JsonObject Unsubscribe(JsonObject input)
    {
        var arn = Required(input, "SubscriptionArn");
        foreach (var topic in _topics.Values)
        {
            topic.Subscriptions.TryRemove(arn, out _);
        }

        return [];
    }

    /// <summary>Nobody confirms an address here, so all wait for it.</summary>
    private JsonObject ListSubscriptions(JsonObject input)
    {
        var topic = Find(input);
        var found = topic.Subscriptions.Values.Select(subscription => new JsonObject
        {
            ["SubscriptionArn"] = "PendingConfirmation",
            ["TopicArn"] = topic.Arn,
            ["Protocol"] = subscription.Protocol,
            ["Endpoint"] = subscription.Endpoint,
        });
        return new JsonObject { ["Subscriptions"] = new JsonArray([.. found]) };
    }

    private JsonObject Publish(JsonObject input)
    {
        Find(input).Messages.Enqueue(Required(input, "Message"));
        return new JsonObject { ["MessageId"] = context.Ids.NextGuid().ToString() };
    }

    private Topic Find(JsonObject input) =>
        _topics.GetValueOrDefault(Required(input, "TopicArn")) ?? throw SnsErrors.NoTopic();

    private static void Set(Topic topic, string name, string value)
    {
        if (!KnownAttributes.Contains(name, StringComparer.Ordinal))
        {
            throw SnsErrors.Invalid($"the sandbox knows no attribute {name}");
        }

        if (value.Length == 0)
        {
            topic.Attributes.TryRemove(name, out _);
            return;
        }

        topic.Attributes[name] = name is "Policy" ? Policy.Parse(value).Text : value;
    }

    private static string Required(JsonObject input, string name) =>
        input.Text(name) is { Length: > 0 } text ? text : throw SnsErrors.Invalid(name);
}
