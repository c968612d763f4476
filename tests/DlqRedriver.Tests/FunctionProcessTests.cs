using System.Text.Json.Nodes;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>The function's own process: start, payloads, logs, time.</summary>
public sealed class FunctionProcessTests
{
    private static readonly string[] LogNames =
    [
        "AwsFault",
        "Decided",
        "MessageRefused",
        "RouteProblem",
        "RunFinished",
    ];

    [Fact]
    public async Task Outside_Lambda_it_says_so_and_exits_2()
    {
        await using var process = RedriverProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal));

        var exitCode = await process.ExitAsync();
        await process.StopAsync();

        exitCode.ShouldBe(2);
        process.Output.ShouldContain("DlqRedriver runs as a Lambda function");
    }

    [Fact]
    public async Task Missing_settings_are_an_init_error_that_names_all_of_them()
    {
        await using var redriving = await Redriving.StartAsync(("STACK_NAME", ""), ("REDRIVE_SHARE", "2"));

        var (kind, body) = await redriving.Aws.Lambda.AnswerAsync();

        kind.ShouldBe("init-error");
        body.ShouldContain("STACK_NAME must be set; REDRIVE_SHARE must be a number over 0 and at most 1");
    }

    [Fact]
    public async Task A_misspelt_member_is_an_error_and_moves_nothing()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.DeadLetter("e-1");

        var (kind, body) = await redriving.Aws.Lambda.InvokeAsync("""{"dry_run":true}""");

        kind.ShouldBe("error");
        ((string)JsonNode.Parse(body)!["errorMessage"]!).ShouldStartWith(
            "The member 'dry_run' is not known; redrive takes action"
        );
        redriving.Aws.Sqs.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_little_time_begins_nothing()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.Lambda.Timeout = TimeSpan.FromSeconds(10);
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        ((string)report["stoppedBecause"]!).ShouldBe("TimeIsUp");
        redriving.Aws.Sqs.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_metrics_do_not_fail_a_run()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.CloudWatch.RefusesMetrics = true;
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        ((int)report["redriven"]!).ShouldBe(1);
        redriving.Aws.CloudWatch.Calls.ShouldContain("PutMetricData");
    }

    [Fact]
    public async Task What_AWS_says_of_a_refused_request_may_quote_an_event_and_is_not_told()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.FaultOf = (operation, _) => operation is "PutEvents" ? "ThrottledFault" : null;
        redriving.DeadLetter("e-1");

        var report = await redriving.RunAsync();
        await redriving.Process.StopAsync();

        ((string)report["fault"]!).ShouldBe("PutEvents: ThrottledFault (HTTP 400)");
        redriving.Process.Output.ShouldContain("ThrottledFault");
        redriving.Process.Output.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_deadline_beyond_Lambdas_longest_is_not_believed()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.Lambda.Timeout = TimeSpan.FromDays(3_650);
        redriving.Aws.EventBridge.FaultOf = (operation, _) => operation is "PutEvents" ? "InternalException" : null;
        redriving.DeadLetter("e-1");

        await redriving.RunAsync();

        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters)[0].HiddenFor!.Value.ShouldBeInRange(900, 930);
    }

    [Fact]
    public async Task The_log_is_JSON_lines_without_events_or_credentials()
    {
        await using var redriving = await Redriving.StartAsync();
        redriving.Aws.EventBridge.ErrorOf = id => id is "e-2" ? "AccessDeniedException" : null;
        redriving.Aws.Sqs.RefusesSends = true;
        redriving.DeadLetter("e-1");
        redriving.DeadLetter("e-2");
        redriving.DeadLetter("poison", "canary-payload");

        var report = await redriving.RunAsync();
        await redriving.Process.StopAsync();

        var log = redriving.Process.Output;
        log.ShouldNotContain("canary");
        report.ToJsonString().ShouldNotContain("canary");
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToList();
        lines.ShouldAllBe(line => LogNames.Contains((string)line["event"]!));
        var summary = lines.Single(line => (string)line["event"]! is "RunFinished");
        ((string)summary["requestId"]!).ShouldBe("request-1");
        ((int)summary["report"]!["redriven"]!).ShouldBe(1);
    }
}
