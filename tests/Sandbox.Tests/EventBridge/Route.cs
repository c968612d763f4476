using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.EventBridge;

/// <summary>A way for events: a rule, its API destination and its dead-letter queue.</summary>
internal sealed record Route
{
    public const string Queue = "dead-letters";
    public const string EveryOrder = """{"source":["shop"]}""";

    private const string Trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"events.amazonaws.com"}}]}
        """;

    public string Bus { get; init; } = "default";

    public string Rule { get; init; } = "orders";

    public string? InputPath { get; init; }

    public int Retries { get; init; } = 2;

    public int AgeSeconds { get; init; } = 86_400;

    public int Rate { get; init; } = 300;

    public string Endpoint { get; init; } = "https://ingest.firetiger.test/aws/events";

    public string Password { get; init; } = "secret";

    public bool HasQueuePolicy { get; init; } = true;

    public bool HasQueue { get; init; } = true;

    public bool RoleMayInvoke { get; init; } = true;

    public string TrustPolicy { get; init; } = Trust;

    public string RuleArn => Account.Arn("events", Bus is "default" ? $"rule/{Rule}" : $"rule/{Bus}/{Rule}");

    private static string QueueArn => Account.Arn("sqs", Queue);

    /// <summary>Makes all of it.</summary>
    /// <param name="sandbox">Where.</param>
    /// <returns>The API destination's ARN.</returns>
    public async Task<string> CreateAsync(RunningSandbox sandbox)
    {
        var destinationArn = await CreateDestinationAsync(sandbox);
        await CreateRoleAsync(sandbox);
        await CreateQueueAsync(sandbox);
        if (Bus is not "default")
        {
            await sandbox.EventsAsync("CreateEventBus", $$"""{"Name":"{{Bus}}"}""");
        }

        await AddRuleAsync(sandbox, destinationArn);
        return destinationArn;
    }

    /// <summary>Makes only the rule and its target.</summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="destinationArn">The API destination, made before.</param>
    /// <returns>A task that ends when the rule is in effect.</returns>
    public async Task AddRuleAsync(RunningSandbox sandbox, string destinationArn)
    {
        var rule = new JsonObject
        {
            ["Name"] = Rule,
            ["EventBusName"] = Bus,
            ["EventPattern"] = EveryOrder,
        };
        await sandbox.EventsAsync("PutRule", rule.ToJsonString());
        var target = new JsonObject
        {
            ["Id"] = "destination",
            ["Arn"] = destinationArn,
            ["RoleArn"] = "arn:aws:iam::123456789012:role/target",
            [nameof(InputPath)] = InputPath,
            ["RetryPolicy"] = new JsonObject
            {
                ["MaximumRetryAttempts"] = Retries,
                ["MaximumEventAgeInSeconds"] = AgeSeconds,
            },
            ["DeadLetterConfig"] = HasQueue ? new JsonObject { ["Arn"] = QueueArn } : null,
        };
        var input = new JsonObject
        {
            [nameof(Rule)] = Rule,
            ["EventBusName"] = Bus,
            ["Targets"] = new JsonArray(target),
        };
        await sandbox.EventsAsync("PutTargets", input.ToJsonString());
    }

    private async Task<string> CreateDestinationAsync(RunningSandbox sandbox)
    {
        var connection = await sandbox.EventsAsync(
            "CreateConnection",
            $$$"""
            {"Name":"c","AuthorizationType":"BASIC",
             "AuthParameters":{"BasicAuthParameters":{"Username":"tiger","Password":"{{{Password}}}"} } }
            """
        );
        var destination = await sandbox.EventsAsync(
            "CreateApiDestination",
            $$"""
            {"Name":"d","ConnectionArn":"{{connection["ConnectionArn"]}}","HttpMethod":"POST",
             "InvocationEndpoint":"{{Endpoint}}","InvocationRateLimitPerSecond":{{Rate}}}
            """
        );
        return destination["ApiDestinationArn"]!.GetValue<string>();
    }

    private async Task CreateRoleAsync(RunningSandbox sandbox)
    {
        var role = new JsonObject { ["RoleName"] = "target", ["AssumeRolePolicyDocument"] = TrustPolicy };
        await sandbox.CallAsync("iam", "CreateRole", role.ToJsonString());
        if (RoleMayInvoke)
        {
            var policy = new JsonObject
            {
                ["RoleName"] = "target",
                ["PolicyName"] = "invoke",
                ["PolicyDocument"] = """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"events:InvokeApiDestination","Resource":"arn:aws:events:us-east-1:123456789012:api-destination/d/*"}]}
                    """,
            };
            await sandbox.CallAsync("iam", "PutRolePolicy", policy.ToJsonString());
        }
    }

    private async Task CreateQueueAsync(RunningSandbox sandbox)
    {
        var attributes = new JsonObject();
        if (HasQueuePolicy)
        {
            attributes["Policy"] = $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},
                 "Action":"sqs:SendMessage","Resource":"{{QueueArn}}","Condition":{"ArnEquals":{"aws:SourceArn":"{{RuleArn}}"} } }]}
                """;
        }

        var queue = new JsonObject { ["QueueName"] = Queue, ["Attributes"] = attributes };
        await sandbox.CallAsync("sqs", "CreateQueue", queue.ToJsonString());
    }
}
