using Firetiger.EventPatterns;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;
using Firetiger.PatternValidator.Tests.CommandLine;
using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests;

/// <summary>What becomes of a pattern that EventBridge takes but that cannot match.</summary>
public sealed class StrictnessTests
{
    /// <summary>A pattern that EventBridge takes, and that no ECS event can match.</summary>
    private const string HopelessPattern = """{"source":["aws.ecs"],"detail-type":["ECS Task State-change"]}""";

    [Fact]
    public async Task A_pattern_that_cannot_match_fails_and_says_how_to_insist()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await function.AskAsync(
            Some.Request("Create", function.Aws.ResponseUrl, HopelessPattern).ToJsonString()
        );

        response.Status.ShouldBe("FAILED");
        response.Reason.ShouldStartWith("The event pattern can never match: EP04");
        response.Reason.ShouldContain("Strictness Lenient");
    }

    [Fact]
    public async Task A_pattern_that_cannot_match_passes_when_lenient()
    {
        await using var function = await RunningFunction.StartAsync();
        var request = Some.Request("Create", function.Aws.ResponseUrl, HopelessPattern);
        request["ResourceProperties"]!["Strictness"] = "Lenient";

        var response = await function.AskAsync(request.ToJsonString());

        response.Status.ShouldBe("SUCCESS");
        response.Data("Warnings").ShouldContain("EP04");
    }

    [Theory]
    [InlineData("strict", 1)]
    [InlineData("lenient", 0)]
    public async Task Strictness_decides_on_a_pattern_that_cannot_match(string strictness, int exitCode)
    {
        var result = await CommandResult.OfAsync(HopelessPattern, "check", "-", "--strictness", strictness);

        result.ExitCode.ShouldBe(exitCode);
        result.Output.ShouldContain("EP04");
    }

    [Fact]
    public void What_cannot_match_is_a_mistake_under_strict_rules_only()
    {
        var strict = Findings.Of(new PatternProperties(HopelessPattern, new AnalysisOptions()));
        var lenient = Findings.Of(
            new PatternProperties(HopelessPattern, new AnalysisOptions { Strictness = Strictness.Lenient })
        );

        strict.Mistakes.ShouldNotBeEmpty();
        strict.Refusals.ShouldBeEmpty();
        lenient.Mistakes.ShouldBeEmpty();
        lenient.All.ShouldNotBeEmpty();
    }
}
