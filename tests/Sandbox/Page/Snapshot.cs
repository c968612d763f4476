using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge;

namespace Firetiger.Sandbox.Page;

/// <summary>Everything the page shows, at one moment. Times are epoch seconds.</summary>
internal sealed class Snapshot(Stage stage, Redeployment redeployment)
{
    private const int MostRows = 50;

    /// <summary>Takes one.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>One object.</returns>
    public async Task<JsonNode> TakeAsync(CancellationToken cancellationToken)
    {
        var sandbox = stage.Sandbox;
        var progress = await stage.Installation.Tally.CountAsync(cancellationToken);
        var report = progress.Report;
        return new JsonObject
        {
            ["isReady"] = true,
            ["now"] = JsonValue.Create(sandbox.Context.Clock.Now),
            ["timeScale"] = sandbox.Context.Options.TimeScale,
            ["endpoint"] = new JsonObject
            {
                ["name"] = Endpoints.NameOf(sandbox.Ingest.Behaviour),
                ["text"] = $"{sandbox.Ingest.Behaviour}",
            },
            ["counts"] = new JsonObject
            {
                ["matched"] = report.Matched,
                ["delivered"] = report.Delivered,
                ["redriven"] = report.Redriven,
                ["deadLetters"] = progress.DeadLetters,
                ["quarantined"] = report.Quarantined,
                ["underway"] = Math.Max(0, progress.Outstanding - progress.DeadLetters - progress.Gone),
                ["lost"] = progress.Gone,
                ["duplicates"] = report.Duplicates,
                ["unmatched"] = sandbox.Journal.UnmatchedEvents,
            },
            ["live"] = StepsOf(stage.Installation.LiveRuleArn),
            ["redrive"] = StepsOf(stage.Installation.RedriveRuleArn),
            ["deadLetterQueue"] = Rows("DeadLetterQueue"),
            ["quarantine"] = Rows("QuarantineQueue"),
            ["schedule"] = Schedule(),
            ["lastRun"] = LastRun(),
            ["stack"] = await redeployment.DescribeAsync(cancellationToken),
            ["pattern"] = await PatternAsync(cancellationToken),
        };
    }

    private JsonObject? StepsOf(string? ruleArn)
    {
        if (ruleArn is null)
        {
            return null;
        }

        var counts = stage
            .Sandbox.Journal.Records.Where(record => string.Equals(record.RuleArn, ruleArn, StringComparison.Ordinal))
            .CountBy(record => record.Step)
            .ToDictionary();
        return new JsonObject
        {
            ["matched"] = counts.GetValueOrDefault(DeliveryStep.Matched),
            ["delivered"] = counts.GetValueOrDefault(DeliveryStep.Delivered),
            ["retrying"] = counts.GetValueOrDefault(DeliveryStep.Retrying),
            ["deadLettered"] = counts.GetValueOrDefault(DeliveryStep.DeadLettered),
        };
    }

    private JsonArray? Rows(string logicalId) =>
        stage.Find(logicalId) is { } url ? WaitingMessages.ToRows(stage.Sandbox.Sqs.Look(url, MostRows)) : null;

    private JsonObject? Schedule()
    {
        if (stage.Find("RedriveSchedule") is null)
        {
            return null;
        }

        var every = stage.Sandbox.Context.Clock.Compress(stage.Arguments.RedriveInterval);
        var runs = stage.Sandbox.Scheduler.Runs;
        var last = runs.Count == 0 ? null : runs[^1];
        return new JsonObject
        {
            ["everySeconds"] = every.TotalSeconds,
            ["lastAt"] = last is null ? null : JsonValue.Create(last.At),
            ["failure"] = last?.Failure,
        };
    }

    // What the function's own log says of the newest run. A look is none.
    private JsonNode? LastRun()
    {
        if (stage.Find("DlqRedriverFunction") is not { } function)
        {
            return null;
        }

        return stage
            .Sandbox.Lambda.LinesOf(function)
            .Reverse()
            .Where(line => line.Contains("\"RunFinished\"", StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line)!["report"]!)
            .FirstOrDefault(report => $"{report["action"]}" is not ("peek" or "status"))
            ?.DeepClone();
    }

    private async Task<string?> PatternAsync(CancellationToken cancellationToken)
    {
        var rule = stage.Installation.LiveRuleArn;
        var input = new JsonObject { ["Name"] = rule[(rule.LastIndexOf('/') + 1)..] };
        return (await stage.CallAsync("events", "DescribeRule", input, cancellationToken))["EventPattern"]?.ToString();
    }
}
