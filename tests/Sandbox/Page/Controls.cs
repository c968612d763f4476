using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.EventPatterns.Explanation;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.EventBridge;

namespace Firetiger.Sandbox.Page;

/// <summary>What the page's buttons do. Each answers with a sentence, or with what the function said.</summary>
internal sealed class Controls(Stage stage, Redeployment redeployment)
{
    private readonly EcsCluster _cluster = new(stage.Sandbox);

    public JsonNode SetEndpoint(string name)
    {
        stage.Sandbox.Ingest.Behaviour = Endpoints.Find(name);
        return Said($"The endpoint is {stage.Sandbox.Ingest.Behaviour}.");
    }

    public async Task<JsonNode> SendSamplesAsync(CancellationToken cancellationToken) =>
        Said($"Sent {await _cluster.SendSamplesAsync(times: 1, cancellationToken)} sample events.");

    /// <summary>Sends one event of the user's, as Amazon ECS would.</summary>
    /// <param name="text">The event, as JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A sentence.</returns>
    /// <exception cref="PageException">It is no event, or PutEvents refuses it.</exception>
    public async Task<JsonNode> SendAsync(string text, CancellationToken cancellationToken)
    {
        var result = (await _cluster.SendAsync([ReadEvent(text)], cancellationToken))["Entries"]![0]!;
        return result["ErrorCode"] is { } code
            ? throw new PageException($"PutEvents refuses the event: {code}: {result["ErrorMessage"]}")
            : Said($"Sent the event; its id is {result["EventId"]}.{Unmatched($"{result["EventId"]}")}");
    }

    public async Task<JsonNode> RunScheduleAsync(CancellationToken cancellationToken)
    {
        if (stage.Find("RedriveSchedule") is not { } schedule)
        {
            throw new PageException("This stack has no schedule: EnableDeadLetterQueue is false.", 409);
        }

        await stage.Sandbox.Scheduler.RunNowAsync(schedule[(schedule.LastIndexOf('|') + 1)..], cancellationToken);
        return Said("The schedule has started the redriver.");
    }

    /// <summary>Sends what is in quarantine back to the dead-letter queue.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A sentence.</returns>
    /// <exception cref="PageException">The function failed.</exception>
    public async Task<JsonNode> ReleaseAsync(CancellationToken cancellationToken)
    {
        var ask = new JsonObject { ["action"] = "release" };
        var output = await stage.InvokeAsync("DlqRedriverFunction", ask, cancellationToken);
        var answer = JsonNode.Parse($"{output["Payload"]}")!;
        return output.ContainsKey("FunctionError")
            ? throw new PageException($"The redriver failed: {answer["errorMessage"]}", 409)
            : Said($"Released {answer["released"]} of the quarantined events. {WhatStays(answer)}");
    }

    public async Task<JsonNode> RedeployAsync(string pattern, CancellationToken cancellationToken) =>
        Said(await redeployment.RunAsync(pattern, cancellationToken));

    /// <summary>Asks the deployed check what CloudFormation would show.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><c>status</c> and, of a pattern that does not pass, <c>reason</c>.</returns>
    public async Task<JsonNode> ReasonAsync(string pattern, CancellationToken cancellationToken)
    {
        var ask = new JsonObject { ["eventPattern"] = pattern, ["strictness"] = stage.Strictness };
        var output = await stage.InvokeAsync("PatternValidatorFunction", ask, cancellationToken);
        return output.ContainsKey("FunctionError")
            ? new JsonObject
            {
                ["status"] = "FAILED",
                ["reason"] = JsonNode.Parse($"{output["Payload"]}")!["errorMessage"]?.DeepClone(),
            }
            : new JsonObject { ["status"] = "SUCCESS" };
    }

    // What a rule matches is in the journal before PutEvents answers.
    private string Unmatched(string eventId) =>
        stage.Sandbox.Journal.Records.Any(record =>
            record.Step == DeliveryStep.Matched
            && string.Equals(record.EventId, eventId, StringComparison.Ordinal)
            && string.Equals(record.RuleArn, stage.Installation.LiveRuleArn, StringComparison.Ordinal)
        )
            ? ""
            : " The rule does not match it.";

    private string WhatStays(JsonNode answer)
    {
        var reasons = WaitingMessages
            .ToRows(stage.Sandbox.Sqs.Look(stage.Find("QuarantineQueue")!, int.MaxValue))
            .CountBy(row => row!["reason"]?.ToString() ?? "no reason")
            .Select(reason => $"{reason.Value} {reason.Key}")
            .ToList();
        var advice =
            answer["inVain"]!.GetValue<int>() > 0
                ? " A run would only quarantine them again; \"force\":true releases them."
                : "";
        return reasons.Count == 0 ? "None stays." : $"What stays: {string.Join(", ", reasons)}.{advice}";
    }

    private static JsonObject Said(string sentence) => new JsonObject { ["message"] = sentence };

    private static JsonObject ReadEvent(string text)
    {
        try
        {
            // Unlike the browser's, this reading refuses a name given twice.
            var found = JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
            return found is { } read && read["detail"] is JsonObject
                ? read
                : throw new PageException("An event is a JSON object with source, detail-type and a detail object.");
        }
        catch (JsonException bad)
        {
            var mistake = EventMistakes.Of(Encoding.UTF8.GetBytes(text), bad);
            throw new PageException(
                $"The event is not JSON: line {mistake.Position.Line}, column {mistake.Position.Column}: {mistake.Message}."
            );
        }
    }
}
