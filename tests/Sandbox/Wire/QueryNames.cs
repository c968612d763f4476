namespace Firetiger.Sandbox.Wire;

/// <summary>How a service's Query parameters become the API reference's JSON: Query itself knows text only.</summary>
internal sealed record QueryNames
{
    public static readonly QueryNames None = new();

    public static readonly QueryNames Sts = new()
    {
        Numbers = ["DurationSeconds"],
        Lists = ["PolicyArns", "ProvidedContexts", "Tags", "TransitiveTagKeys"],
    };

    public static readonly QueryNames Iam = new()
    {
        Numbers = ["MaxItems", "MaxSessionDuration"],
        Lists = ["Tags", "TagKeys"],
    };

    public static readonly QueryNames CloudFormation = new()
    {
        Numbers = ["MonitoringTimeInMinutes", "TimeoutInMinutes", "MaxResults"],
        Flags =
        [
            "DisableRollback",
            "EnableTerminationProtection",
            "ImportExistingResources",
            "IncludeNestedStacks",
            "IncludePropertyValues",
            "RetainExceptOnCreate",
            "UsePreviousTemplate",
            "UsePreviousValue",
        ],
        Lists =
        [
            "Capabilities",
            "NotificationARNs",
            "Parameters",
            "ResourceTypes",
            "ResourcesToSkip",
            "RetainResources",
            "RollbackTriggers",
            "StackStatusFilter",
            "Tags",
        ],
    };

    public static readonly QueryNames CloudWatch = new()
    {
        Numbers =
        [
            "Counts",
            "DatapointsToAlarm",
            "EvaluationPeriods",
            "MaxDatapoints",
            "MaxRecords",
            "MetricData.Value",
            "Period",
            "StatisticValues.Maximum",
            "StatisticValues.Minimum",
            "StatisticValues.SampleCount",
            "StatisticValues.Sum",
            "StorageResolution",
            "Threshold",
            "Values",
        ],
        Flags = ["ActionsEnabled", "ReturnData"],
        Lists =
        [
            "AlarmActions",
            "AlarmNames",
            "AlarmTypes",
            "Counts",
            "DashboardNames",
            "Dimensions",
            "ExtendedStatistics",
            "InsufficientDataActions",
            "MetricData",
            "MetricDataQueries",
            "Metrics",
            "OKActions",
            "Statistics",
            "TagKeys",
            "Tags",
            "Values",
        ],
    };

    public static readonly QueryNames Sqs = new()
    {
        Numbers = ["DelaySeconds", "MaxNumberOfMessages", "MaxResults", "VisibilityTimeout", "WaitTimeSeconds"],
        Flattened = new Dictionary<string, QueryMember>(StringComparer.Ordinal)
        {
            ["Attribute"] = new("Attributes", "Name"),
            ["AttributeName"] = new("AttributeNames"),
            ["ChangeMessageVisibilityBatchRequestEntry"] = new("Entries"),
            ["DeleteMessageBatchRequestEntry"] = new("Entries"),
            ["MessageAttribute"] = new("MessageAttributes", "Name"),
            ["MessageAttributeName"] = new("MessageAttributeNames"),
            ["MessageSystemAttribute"] = new("MessageSystemAttributes", "Name"),
            ["MessageSystemAttributeName"] = new("MessageSystemAttributeNames"),
            ["SendMessageBatchRequestEntry"] = new("Entries"),
            ["Tag"] = new("Tags", "Key"),
            ["TagKey"] = new("TagKeys"),
        },
        FlattenedResults = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Attributes"] = "Attribute",
            ["ChangeMessageVisibilityBatch.Successful"] = "ChangeMessageVisibilityBatchResultEntry",
            ["DeleteMessageBatch.Successful"] = "DeleteMessageBatchResultEntry",
            ["Failed"] = "BatchResultErrorEntry",
            ["MessageAttributes"] = "MessageAttribute",
            ["Messages"] = "Message",
            ["QueueUrls"] = "QueueUrl",
            ["SendMessageBatch.Successful"] = "SendMessageBatchResultEntry",
            ["Tags"] = "Tag",
        },
    };

    /// <summary>Gets the members that are numbers, with the structure's name before those whose name alone is ambiguous.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Gets the members that are booleans.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Gets the members that are lists, which without items are an empty value.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Gets the parameters that stand for lists and maps.</summary>
    public IReadOnlyDictionary<string, QueryMember> Flattened { get; init; } = new Dictionary<string, QueryMember>();

    /// <summary>Gets the XML elements of lists and maps, with the operation's name before those that differ by it.</summary>
    public IReadOnlyDictionary<string, string> FlattenedResults { get; init; } = new Dictionary<string, string>();
}
