using System.Text.Json.Nodes;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>The operations of EventBridge that a run uses, on one redrive route.</summary>
internal sealed class FakeEventBridge
{
    private readonly Lock _lock = new();

    /// <summary>Gets the entries accepted, in order.</summary>
    public List<JsonObject> Accepted { get; } = [];

    /// <summary>Gets the details of the accepted entries, in order.</summary>
    public IEnumerable<JsonNode> Details => Accepted.Select(entry => JsonNode.Parse((string)entry["Detail"]!)!);

    /// <summary>Gets or sets whether bus and rule exist.</summary>
    public bool HasBus { get; set; } = true;

    public string EventPattern { get; set; } =
        """{"source":["firetiger.redrive"],"detail-type":["Dead-Lettered Event"]}""";

    public string RuleState { get; set; } = "ENABLED";

    public string InputPath { get; set; } = "$.detail.event";

    public string DeadLetterQueue { get; set; } = FakeSqs.DeadLetters;

    public string DestinationState { get; set; } = "ACTIVE";

    public string ConnectionState { get; set; } = "AUTHORIZED";

    /// <summary>Gets or sets the error code of an entry by the original event's id; null accepts it.</summary>
    public Func<string, string?> ErrorOf { get; set; } = _ => null;

    /// <summary>Gets or sets the error code of a whole call by its operation and request; null lets it through.</summary>
    public Func<string, JsonObject, string?> FaultOf { get; set; } = (_, _) => null;

    /// <summary>Gets or sets what happens before PutEvents is answered.</summary>
    public Func<CancellationToken, Task> BeforePut { get; set; } = _ => Task.CompletedTask;

    /// <summary>Gets or sets how many results at the end of an answer of PutEvents are missing.</summary>
    public int MissingResults { get; set; }

    /// <summary>Gets or sets a value indicating whether results carry neither an event's id nor a code.</summary>
    public bool AnswersNothing { get; set; }

    /// <summary>Gets how many times PutEvents was called.</summary>
    public int Puts { get; private set; }

    /// <summary>Answers one operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="request">Its members.</param>
    /// <returns>The answer or a fault, which has <c>__type</c>.</returns>
    /// <exception cref="NotSupportedException">The operation is not faked.</exception>
    public JsonObject Answer(string operation, JsonObject request)
    {
        lock (_lock)
        {
            return operation switch
            {
                _ when FaultOf(operation, request) is { } code => Fault(code, "canary-payload"),
                "DescribeRule" when !HasBus => Fault(
                    "ResourceNotFoundException",
                    "Event bus redrive-bus does not exist."
                ),
                "DescribeRule" => new JsonObject { ["State"] = RuleState, [nameof(EventPattern)] = EventPattern },
                "PutEvents" => Put(request),
                "ListTargetsByRule" => new JsonObject { ["Targets"] = new JsonArray(Target()) },
                "DescribeApiDestination" => new JsonObject { ["ApiDestinationState"] = DestinationState },
                "DescribeConnection" => new JsonObject { [nameof(ConnectionState)] = ConnectionState },
                _ => throw new NotSupportedException(operation),
            };
        }
    }

    private static JsonObject Fault(string type, string message) => new() { ["__type"] = type, ["message"] = message };

    private JsonObject Target() =>
        new()
        {
            ["Id"] = "Firetiger",
            ["Arn"] = Some.TargetArn,
            [nameof(InputPath)] = InputPath,
            ["DeadLetterConfig"] = new JsonObject { ["Arn"] = $"arn:aws:sqs:us-east-1:123456789012:{DeadLetterQueue}" },
        };

    private JsonObject Put(JsonObject request)
    {
        Puts++;
        var results = request["Entries"]!.AsArray().Select(entry => PutOne(entry!.AsObject())).ToList();
        return new JsonObject
        {
            ["FailedEntryCount"] = results.Count(result => result["ErrorCode"] is not null),
            ["Entries"] = new JsonArray([.. results.SkipLast(MissingResults)]),
        };
    }

    public static IEnumerable<string> Ids(JsonObject request) => request["Entries"]!.AsArray().Select(Id);

    private static string Id(JsonNode? entry) => (string)JsonNode.Parse((string)entry!["Detail"]!)!["event"]!["id"]!;

    private JsonObject PutOne(JsonObject entry)
    {
        if (AnswersNothing)
        {
            return [];
        }

        if (ErrorOf(Id(entry)) is { } code)
        {
            return new JsonObject { ["ErrorCode"] = code, ["ErrorMessage"] = "No." };
        }

        Accepted.Add(entry);
        return new JsonObject { ["EventId"] = $"accepted-{Accepted.Count}" };
    }
}
