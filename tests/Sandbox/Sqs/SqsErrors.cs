using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Sqs;

/// <summary>SQS's errors, with the codes of both protocols.</summary>
internal static class SqsErrors
{
    private const string Prefix = "AWS.SimpleQueueService.";

    public static AwsException QueueDoesNotExist() =>
        new("QueueDoesNotExist", "The specified queue does not exist.", queryCode: $"{Prefix}NonExistentQueue");

    public static AwsException QueueNameExists(string attribute) =>
        new(
            "QueueNameExists",
            $"A queue already exists with the same name and a different value for attribute {attribute}",
            queryCode: "QueueAlreadyExists"
        );

    public static AwsException QueueDeletedRecently() =>
        Prefixed(
            "QueueDeletedRecently",
            "You must wait 60 seconds after deleting a queue before you can create another with the same name."
        );

    public static AwsException PurgeQueueInProgress(string queue) =>
        Prefixed("PurgeQueueInProgress", $"Only one PurgeQueue operation on {queue} is allowed every 60 seconds.");

    public static AwsException InvalidAddress(string address) =>
        new("InvalidAddress", $"The address {address} is not valid for this endpoint.", 404);

    public static AwsException UnknownAttribute(string name) =>
        new("InvalidAttributeName", $"Unknown Attribute {name}.");

    public static AwsException InvalidAttributeValue(string name, string reason = "") =>
        new("InvalidAttributeValue", $"Invalid value for the parameter {name}.{reason}");

    public static AwsException MissingParameter(string name) =>
        new("MissingParameter", $"The request must contain the parameter {name}.");

    public static AwsException InvalidParameterValue(string message) => new("InvalidParameterValue", message);

    public static AwsException InvalidValue(string value, string parameter, string reason) =>
        InvalidParameterValue($"Value {value} for parameter {parameter} is invalid. Reason: {reason}");

    public static AwsException InvalidMessageContents(string message) => new("InvalidMessageContents", message);

    public static AwsException ReceiptHandleIsInvalid(string handle) =>
        new("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsException MessageNotInflight() =>
        Prefixed("MessageNotInflight", "The specified message isn't in flight.");

    public static AwsException OverLimit() =>
        new("OverLimit", "Too many messages are in flight: delete some before receiving more.", 403);

    public static AwsException EmptyBatch(string operation) =>
        Prefixed("EmptyBatchRequest", $"There should be at least one {operation}RequestEntry in the request.");

    public static AwsException TooManyEntries(int count) =>
        Prefixed(
            "TooManyEntriesInBatchRequest",
            $"Maximum number of entries per request are {Batch.MaximumEntries}. You have sent {count}."
        );

    public static AwsException InvalidBatchEntryId() =>
        Prefixed(
            "InvalidBatchEntryId",
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                + "It can be at most 80 letters long."
        );

    public static AwsException BatchEntryIdsNotDistinct(string id) =>
        Prefixed("BatchEntryIdsNotDistinct", $"Id {id} repeated.");

    public static AwsException BatchRequestTooLong(int bytes) =>
        Prefixed(
            "BatchRequestTooLong",
            $"Batch requests cannot be longer than {Batch.MaximumBytes} bytes. You have sent {bytes} bytes."
        );

    private static AwsException Prefixed(string code, string message) =>
        new(code, message, queryCode: $"{Prefix}{code}");
}
