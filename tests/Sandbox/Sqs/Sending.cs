using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Sqs;

/// <summary>SendMessage and SendMessageBatch.</summary>
internal sealed class Sending(SandboxContext context)
{
    private const int LongestDelay = 900;
    private const string TraceHeader = "AWSTraceHeader";

    public JsonObject Batch(Queue queue, AwsRequest request)
    {
        var total = Sqs.Batch.Entries(request).Sum(BodySize);
        return total > Sqs.Batch.MaximumBytes
            ? throw SqsErrors.BatchRequestTooLong(total)
            : Sqs.Batch.Run(request, entry => One(queue, entry, request.Caller));
    }

    public JsonObject One(Queue queue, JsonObject input, Principal sender)
    {
        var message = Compose(queue, input, sender);
        var delay = input.Whole("DelaySeconds");
        if (delay is < 0 or > LongestDelay)
        {
            throw SqsErrors.InvalidValue($"{delay}", "DelaySeconds", "DelaySeconds must be >= 0 and <= 900.");
        }

        queue.Send(message, delay is { } seconds ? TimeSpan.FromSeconds(seconds) : queue.Settings.Delay);
        var output = new JsonObject
        {
            ["MessageId"] = message.Id,
            ["MD5OfMessageBody"] = MessageAttributes.Md5(Encoding.UTF8.GetBytes(message.Body)),
        };
        if (message.Attributes.Count > 0)
        {
            output["MD5OfMessageAttributes"] = MessageAttributes.Md5(message.Attributes);
        }

        if (message.SystemAttributes.Count > 0)
        {
            output["MD5OfMessageSystemAttributes"] = MessageAttributes.Md5(message.SystemAttributes);
        }

        return output;
    }

    private static int BodySize(JsonObject entry) =>
        Encoding.UTF8.GetByteCount(entry.Text("MessageBody") ?? string.Empty)
        + MessageAttributes.Check(entry.Structure("MessageAttributes") ?? []);

    private Message Compose(Queue queue, JsonObject input, Principal sender)
    {
        var body = input.Text("MessageBody");
        if (string.IsNullOrEmpty(body))
        {
            throw SqsErrors.MissingParameter("MessageBody");
        }

        MessageText.Check(body);
        var size = BodySize(input);
        if (size > queue.Settings.MaximumMessageSize)
        {
            throw SqsErrors.InvalidParameterValue(
                "One or more parameters are invalid. Reason: Message must be shorter than "
                    + $"{queue.Settings.MaximumMessageSize} bytes."
            );
        }

        return new Message
        {
            Id = context.Ids.NextGuid().ToString(),
            Body = body,
            Attributes = Copy(input.Structure("MessageAttributes")),
            SystemAttributes = SystemAttributes(input),
            SenderId = SenderId(sender),
            SentAt = context.Clock.Now,
        };
    }

    private static JsonObject SystemAttributes(JsonObject input)
    {
        var attributes = Copy(input.Structure("MessageSystemAttributes"));
        MessageAttributes.Check(attributes);
        return attributes.All(attribute => attribute.Key is TraceHeader)
            ? attributes
            : throw SqsErrors.InvalidParameterValue($"The only message system attribute is {TraceHeader}.");
    }

    private static JsonObject Copy(JsonObject? attributes) => attributes?.DeepClone().AsObject() ?? [];

    private string SenderId(Principal sender) =>
        sender switch
        {
            Principal.Role role =>
                $"{context.Identities.Roles.GetValueOrDefault(role.RoleName)?.Id}:{role.SessionName}",
            Principal.Service service => service.Name,
            _ => Account.Id,
        };
}
