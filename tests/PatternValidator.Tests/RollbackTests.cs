using System.Text.Json;
using Amazon.EventBridge;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests;

/// <summary>
/// A rollback brings an old pattern back, and nothing marks it as one: it must succeed, whatever was learned or broken since.
/// </summary>
public sealed class RollbackTests
{
    [Fact]
    public async Task A_rule_of_the_second_release_stops_a_new_pattern_and_no_rollback_to_the_first()
    {
        await using var aws = await LoopbackAws.StartAsync();

        var update = await AskAsync(aws, "Update", "2", SecondRelease);
        var rollback = await AskAsync(aws, "Update", "1", SecondRelease);

        update.Status.ShouldBe("FAILED");
        update.Reason.ShouldStartWith("The event pattern can never match: EP0499");
        rollback.Status.ShouldBe("SUCCESS");
        rollback.Data("Warnings").ShouldContain("EP0499");
    }

    [Theory]
    [InlineData("Create", "FAILED")]
    [InlineData("Update", "SUCCESS")]
    [InlineData("Delete", "SUCCESS")]
    public async Task An_analysis_that_cannot_be_loaded_stops_a_new_stack_and_nothing_else(string type, string status)
    {
        await using var aws = await LoopbackAws.StartAsync();

        var response = await AskAsync(
            aws,
            type,
            "1",
            _ => throw new TypeInitializationException("canary", innerException: null)
        );

        response.Status.ShouldBe(status);
        Text(response).ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("Create", "FAILED")]
    [InlineData("Update", "SUCCESS")]
    [InlineData("Delete", "SUCCESS")]
    public async Task A_client_that_cannot_be_made_stops_a_new_stack_and_nothing_else(string type, string status)
    {
        await using var aws = await LoopbackAws.StartAsync();

        var response = await AskAsync(
            aws,
            type,
            "1",
            _ => Some.NoFindings,
            () => throw new MissingMethodException("canary")
        );

        response.Status.ShouldBe(status);
        Text(response).ShouldNotContain("canary");
    }

    // A release with a rule that the first has not.
    private static Findings SecondRelease(PatternProperties properties)
    {
        var isError = properties.Options.RulesVersion >= 2;
        var finding = Some.Finding("EP0499", isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        return new Findings([], isError ? [finding] : [], [finding]);
    }

    private static async Task<ReceivedResponse> AskAsync(
        LoopbackAws aws,
        string type,
        string rulesVersion,
        Func<PatternProperties, Findings> analyze,
        Func<AmazonEventBridgeClient>? createClient = null
    )
    {
        using var http = ResponseSender.CreateHttpClient();
        await using var output = new StringWriter();
        var log = new Log(output, TimeProvider.System);
        var handler = new CustomResourceHandler(
            new ResponseUrlRule(allowLoopback: true),
            new PatternJudge(analyze, new EventBridgeJudge(createClient ?? (() => Client(aws))), TimeProvider.System),
            new ResponseSender(http, TimeProvider.System, log),
            TimeProvider.System,
            log
        );
        var request = Some.Request(type, aws.ResponseUrl, Some.GoodPattern);
        request["ResourceProperties"]!["RulesVersion"] = rulesVersion;
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), TimeProvider.System);

        aws.Responses.Clear();
        await handler.HandleAsync(
            CustomResourceRequest.Read(JsonSerializer.SerializeToElement(request)),
            "invocation-1",
            deadline
        );

        output.ToString().ShouldNotContain("canary");
        return aws.Responses.ShouldHaveSingleItem();
    }

    private static AmazonEventBridgeClient Client(LoopbackAws aws) =>
        new(
            "AKID",
            "secret",
            new AmazonEventBridgeConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" }
        );

    private static string Text(ReceivedResponse response) => response.Body.GetRawText();
}
