using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.FaultMatrix;

/// <summary>The deployed stack in a sandbox, with faults between the redriver and AWS: fill its queue, wait, count.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly SandboxHost _host;
    private readonly Installation _installation;

    private Stage(SandboxHost host, Installation installation, int seed)
    {
        _host = host;
        _installation = installation;
        Faults = new FaultInjector(seed, KillRuns);
        host.Context.Faults = Faults;
    }

    public FaultInjector Faults { get; }

    /// <summary>Gets where all services listen.</summary>
    public Uri Endpoint => _host.Endpoint;

    /// <summary>Gets the URL of the dead-letter queue.</summary>
    public string DeadLetterQueueUrl => _installation.Resources["DeadLetterQueue"];

    /// <summary>Gets the name of the redrive bus.</summary>
    public string BusName => _installation.Resources["RedriveBus"];

    private string FunctionName => _installation.Resources["DlqRedriverFunction"];

    /// <summary>Gets the URL of the quarantine queue.</summary>
    public string QuarantineQueueUrl => _installation.Resources["QuarantineQueue"];

    /// <summary>Deploys.</summary>
    /// <param name="seed">The seed of everything random.</param>
    /// <param name="ratePerSecond">The destination's invocations per second.</param>
    /// <param name="isScheduled">Whether a run starts every second, or only when it is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="body">What EventBridge puts into the dead-letter queue.</param>
    /// <returns>The stage.</returns>
    public static async Task<Stage> SetAsync(
        int seed,
        int ratePerSecond,
        bool isScheduled,
        CancellationToken cancellationToken,
        DeadLetterBody body = DeadLetterBody.Matched
    )
    {
        var arguments = new SandboxArguments
        {
            Template = Repository.Template,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["InvocationRatePerSecond"] = ratePerSecond.ToString(CultureInfo.InvariantCulture),
                ["RedriveShare"] = "1",
            },
            Port = 0,
            Seed = seed,
            DeadLetterBody = body,
            TimeScale = 300,
        };
        var options = isScheduled ? arguments.ToOptions() : Unscheduled(arguments.ToOptions());
        var host = await SandboxHost.StartAsync(options, TimeProvider.System, cancellationToken);
        try
        {
            return new Stage(host, await Installation.DeployAsync(host, arguments, cancellationToken), seed);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a message into the dead-letter queue as EventBridge does.</summary>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is there.</returns>
    public Task DeadLetterAsync(string body, CancellationToken cancellationToken) =>
        SendAsync(DeadLetterQueueUrl, body, cancellationToken);

    /// <summary>Puts a message into one of the queues, with the attributes that EventBridge gives it.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is there.</returns>
    public Task SendAsync(string queueUrl, string body, CancellationToken cancellationToken)
    {
        static JsonObject Text(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };

        return CallAsync(
            "sqs",
            "SendMessage",
            new JsonObject
            {
                ["QueueUrl"] = queueUrl,
                ["MessageBody"] = body,
                ["MessageAttributes"] = new JsonObject
                {
                    ["RULE_ARN"] = Text(_installation.Outputs["EventBridgeRuleArn"]),
                    ["TARGET_ARN"] = Text(_installation.Outputs["ApiDestinationArn"]),
                    ["ERROR_CODE"] = Text("SDK_CLIENT_ERROR"),
                    ["ERROR_MESSAGE"] = Text("the endpoint returned HTTP status code 503"),
                },
            },
            cancellationToken
        );
    }

    /// <summary>Invokes the redriver beside its schedule.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="payload">What it is asked for.</param>
    /// <returns>The report; with <c>errorType</c> when the function died.</returns>
    public async Task<JsonObject> RunAsync(CancellationToken cancellationToken, string payload = "{}")
    {
        var input = new JsonObject { [nameof(FunctionName)] = FunctionName, ["Payload"] = payload };
        return JsonNode
            .Parse((string)(await CallAsync("lambda", "Invoke", input, cancellationToken))["Payload"]!)!
            .AsObject();
    }

    /// <summary>Kills the runs that are on their way.</summary>
    public void KillRuns() => _host.Lambda.Kill(FunctionName);

    /// <summary>Turns the redrive rule on or off.</summary>
    /// <param name="isOn">Whether it is to be on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When done.</returns>
    public Task SetRuleAsync(bool isOn, CancellationToken cancellationToken)
    {
        var rule = _installation.Resources["RedriveRule"].Split('|');
        var input = new JsonObject { ["EventBusName"] = rule[0], ["Name"] = rule[1] };
        return CallAsync("events", isOn ? "EnableRule" : "DisableRule", input, cancellationToken);
    }

    /// <summary>Sets how the endpoint answers from now on.</summary>
    /// <param name="behaviour">How.</param>
    public void SetEndpoint(IngestBehaviour behaviour) => _host.Ingest.Behaviour = behaviour;

    /// <summary>Takes the connection's credentials away, or gives them back.</summary>
    /// <param name="isAuthorized">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When done.</returns>
    public Task SetConnectionAsync(bool isAuthorized, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["Name"] = _installation.Resources["FiretigerConnection"] };
        if (!isAuthorized)
        {
            return CallAsync("events", "DeauthorizeConnection", input, cancellationToken);
        }

        var basic = new JsonObject { ["Username"] = _host.Ingest.Username, ["Password"] = _host.Ingest.Password };
        input["AuthorizationType"] = "BASIC";
        input["AuthParameters"] = new JsonObject { ["BasicAuthParameters"] = basic };
        return CallAsync("events", "UpdateConnection", input, cancellationToken);
    }

    /// <summary>Deletes the redrive bus with all that is on it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is gone.</returns>
    public async Task DeleteBusAsync(CancellationToken cancellationToken)
    {
        var rules = await CallAsync("events", "ListRules", Bus(), cancellationToken);
        foreach (var rule in rules["Rules"]!.AsArray().Select(rule => (string)rule!["Name"]!))
        {
            var ofRule = Bus(("Rule", rule));
            var targets = await CallAsync("events", "ListTargetsByRule", ofRule, cancellationToken);
            var ids = targets["Targets"]!.AsArray().Select(target => target!["Id"]!.DeepClone());
            ofRule = Bus(("Rule", rule), ("Force", true));
            ofRule["Ids"] = new JsonArray([.. ids]);
            await CallAsync("events", "RemoveTargets", ofRule, cancellationToken);
            await CallAsync("events", "DeleteRule", Bus(("Name", rule), ("Force", true)), cancellationToken);
        }

        await CallAsync("events", "DeleteEventBus", new JsonObject { ["Name"] = BusName }, cancellationToken);
    }

    /// <summary>Counts messages in the dead-letter queue, hidden ones included.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The count.</returns>
    public Task<int> DeadLettersAsync(CancellationToken cancellationToken) =>
        _installation.DeadLetters!.DepthAsync(cancellationToken);

    /// <summary>Lists the ids of what arrived, as often as it did.</summary>
    /// <returns>The ids.</returns>
    public IReadOnlyList<string> Arrived() => [.. _host.Ingest.Accepted.Select(item => item.Id)];

    /// <summary>Empties the quarantine queue.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The bodies.</returns>
    public Task<IReadOnlyList<string>> TakeQuarantineAsync(CancellationToken cancellationToken) =>
        TakeAsync(QuarantineQueueUrl, cancellationToken);

    /// <summary>Empties a queue.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The bodies.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(string queueUrl, CancellationToken cancellationToken)
    {
        var queue = new Queue(_host, queueUrl);
        List<string> bodies = [];
        // A run looks into it, too, and hides what it looks at for some seconds.
        while (await queue.DepthAsync(cancellationToken) > 0)
        {
            var look = new JsonObject { ["QueueUrl"] = queueUrl, ["MaxNumberOfMessages"] = 10 };
            var page = (await CallAsync("sqs", "ReceiveMessage", look, cancellationToken))["Messages"]?.AsArray();
            foreach (var message in page ?? [])
            {
                bodies.Add((string)message!["Body"]!);
                await CallAsync(
                    "sqs",
                    "DeleteMessage",
                    new JsonObject { ["QueueUrl"] = queueUrl, ["ReceiptHandle"] = (string)message["ReceiptHandle"]! },
                    cancellationToken
                );
            }
        }

        return bodies;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>Writes an event of ECS.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="bytes">How long it is to be at least.</param>
    /// <returns>JSON.</returns>
    public static string Event(string id, int bytes = 0)
    {
        var bare =
            $$$"""{"version":"0","id":"{{{id}}}","detail-type":"ECS Task State Change","source":"aws.ecs","account":"123456789012","time":"2026-11-24T00:00:00Z","region":"us-east-1","resources":[],"detail":{"lastStatus":"STOPPED","pad":""}}""";
        return bare.Replace(
            "\"pad\":\"\"",
            $"\"pad\":\"{new string('x', Math.Max(0, bytes - Encoding.UTF8.GetByteCount(bare)))}\"",
            StringComparison.Ordinal
        );
    }

    private JsonObject Bus(params ReadOnlySpan<(string Name, JsonNode Value)> members)
    {
        var input = new JsonObject { ["EventBusName"] = BusName };
        foreach (var (name, value) in members)
        {
            input[name] = value;
        }

        return input;
    }

    // AWS's own pace has the first run after five minutes; only the backoff is short.
    private static SandboxOptions Unscheduled(SandboxOptions options) =>
        options with
        {
            TimeScale = 1,
            FunctionEnvironment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["BACKOFF_BASE_SECONDS"] = "1",
            },
        };

    private Task<JsonObject> CallAsync(
        string service,
        string operation,
        JsonObject input,
        CancellationToken cancellationToken
    ) => _host.Context.Aws.CallAsync(new Principal.Administrator(), service, operation, input, cancellationToken);
}
