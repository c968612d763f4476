using System.Text.Json.Nodes;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>A started function and its surroundings: put messages in, invoke, look.</summary>
internal sealed class Redriving : IAsyncDisposable
{
    private Redriving(FakeAws aws, RedriverProcess process)
    {
        Aws = aws;
        Process = process;
    }

    public FakeAws Aws { get; }

    public RedriverProcess Process { get; }

    public static async Task<Redriving> StartAsync(params (string Name, string Value)[] changes)
    {
        var aws = await FakeAws.StartAsync();
        return new Redriving(aws, RedriverProcess.StartInLambda(aws, changes));
    }

    /// <summary>Dead-letters an event of the live rule, long enough ago to be due.</summary>
    /// <param name="id">The event's id, and the message's.</param>
    /// <param name="body">The body; an event with the id when null.</param>
    /// <param name="errorCode">Why.</param>
    /// <param name="age">How long ago; seven hours when null.</param>
    /// <param name="ruleArn">The rule that failed.</param>
    public void DeadLetter(
        string id,
        string? body = null,
        string errorCode = "SDK_CLIENT_ERROR",
        TimeSpan? age = null,
        string ruleArn = Some.LiveRuleArn
    ) => Aws.DeadLetter(id, body, errorCode, age, ruleArn);

    public static string Event(string id) =>
        $$$"""{"version":"0","id":"{{{id}}}","source":"aws.ecs","detail":{"n": 4.0,"secret":"canary-payload"}}""";

    public async Task<JsonObject> RunAsync(string payload = "{}")
    {
        var (kind, body) = await Aws.Lambda.InvokeAsync(payload);
        kind.ShouldBe("response", body);
        return JsonNode.Parse(body)!.AsObject();
    }

    public IEnumerable<string> InQueue(string queue) => Aws.Sqs.InQueue(queue).Select(message => message.Id);

    public IEnumerable<JsonObject> AcceptedDetails() =>
        Aws.EventBridge.Accepted.Select(entry => JsonNode.Parse((string)entry["Detail"]!)!.AsObject());

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Aws.DisposeAsync();
    }
}
