using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Requests;

/// <summary>Reads invocation payloads. What it does not know is an error that names what is known.</summary>
internal static class RequestReader
{
    private static readonly SourceGeneratorLambdaJsonSerializer<QueueJson> Lambda = new();

    private const string Actions =
        $"known are {RedriveRequest.Name}, {StatusRequest.Name}, {PeekRequest.Name}, {ReleaseRequest.Name}, {RenewRequest.Name} and {TestDeliveryRequest.Name}";

    /// <summary>Reads a payload.</summary>
    /// <param name="payload">JSON.</param>
    /// <returns>What it asks for.</returns>
    /// <exception cref="InvalidRequestException">It asks for nothing that exists.</exception>
    public static Request Read(Stream payload)
    {
        using var copy = new MemoryStream();
        payload.CopyTo(copy);
        try
        {
            using var document = JsonDocument.Parse(copy.ToArray());
            return Records(document.RootElement) is { } records ? Batch(records, copy) : Read(document.RootElement);
        }
        // The second is an escape of half a surrogate pair.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidRequestException(
                $$"""The payload is not JSON of Unicode text; try {} or {"action":"{{StatusRequest.Name}}"}."""
            );
        }
    }

    private static JsonElement? Records(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("Records", out var records)
        && records.ValueKind == JsonValueKind.Array
            ? records
            : null;

    private static QueueBatchRequest Batch(JsonElement records, MemoryStream payload)
    {
        if (!records.EnumerateArray().All(IsMessage))
        {
            throw NoMessages();
        }

        payload.Position = 0;
        try
        {
            return new QueueBatchRequest(Lambda.Deserialize<SQSEvent>(payload));
        }
        catch (JsonSerializerException)
        {
            throw NoMessages();
        }
    }

    private static InvalidRequestException NoMessages() =>
        new(
            "Records must be messages of SQS, each with messageId, receiptHandle and body; Lambda's event source mapping sends them."
        );

    // A message without them could be neither answered for nor deleted.
    private static bool IsMessage(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && ((string[])["messageId", "receiptHandle", "body"]).All(name =>
            record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        )
        && (
            !record.TryGetProperty("messageAttributes", out var attributes)
            || attributes.ValueKind == JsonValueKind.Null
            || (
                attributes.ValueKind == JsonValueKind.Object
                && attributes.EnumerateObject().All(attribute => attribute.Value.ValueKind == JsonValueKind.Object)
            )
        );

    private static Request Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException(
                $$"""The payload must be a JSON object; try {} or {"action":"{{StatusRequest.Name}}"}."""
            );
        }

        var members = new RequestMembers(root);
        return members.Complete(RequestOf(ActionOf(root), members));
    }

    private static string ActionOf(JsonElement root)
    {
        if (!root.TryGetProperty("action", out var action))
        {
            return RedriveRequest.Name;
        }

        return action.ValueKind == JsonValueKind.String
            ? action.GetString()!
            : throw new InvalidRequestException($"The action must be a text; {Actions}.");
    }

    private static Request RequestOf(string action, RequestMembers members) =>
        action switch
        {
            RedriveRequest.Name => new RedriveRequest
            {
                DryRun = members.Flag("dryRun"),
                MaxMessages = members.Positive("maxMessages"),
                ErrorCodes = members.Texts("errorCodes"),
            },
            RenewRequest.Name => new RenewRequest(),
            StatusRequest.Name => new StatusRequest(),
            PeekRequest.Name => new PeekRequest
            {
                Quarantine = IsQuarantine(members.Text("queue")),
                MaxMessages = members.Positive("maxMessages", PeekRequest.MostMessages) ?? 10,
            },
            ReleaseRequest.Name => new ReleaseRequest
            {
                DryRun = members.Flag("dryRun"),
                MaxMessages = members.Positive("maxMessages"),
                Reasons = Known(members.Texts("reasons")),
                Force = members.Flag("force"),
            },
            TestDeliveryRequest.Name => new TestDeliveryRequest { Id = Id(members.Text("id")) },
            _ => throw new InvalidRequestException($"The action '{action}' is not known; {Actions}."),
        };

    private static bool IsQuarantine(string? queue) =>
        queue switch
        {
            null or "deadLetter" => false,
            "quarantine" => true,
            _ => throw new InvalidRequestException("queue must be \"deadLetter\" or \"quarantine\"."),
        };

    private static IReadOnlyCollection<string> Known(IReadOnlyCollection<string> reasons)
    {
        var names = Enum.GetNames<QuarantineReason>();
        return reasons.FirstOrDefault(reason => !names.Contains(reason, StringComparer.Ordinal)) is { } unknown
            ? throw new InvalidRequestException(
                $"The reason '{unknown}' is not known; known are {string.Join(", ", names)}."
            )
            : reasons;
    }

    private static Guid? Id(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Guid.TryParse(text, out var id) && id.Version == 7
            ? id
            : throw new InvalidRequestException("id must be the id that an earlier testDelivery reported.");
    }
}
