using System.Text.Json;
using Amazon.Runtime;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.PatternValidator.Tests.Judgement;

public sealed class PatternJudgeTests
{
    private static readonly EventBridgeJudge NoEventBridge = new(() => throw new AmazonClientException("no Region"));

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    public async Task An_analysis_that_takes_too_long_is_left_out(string type)
    {
        using var never = new ManualResetEventSlim();
        using var end = TestContext.Current.CancellationToken.Register(never.Set);
        var time = new FakeTimeProvider();
        using var deadline = new Deadline(TimeSpan.FromSeconds(31), time);
        var judge = new PatternJudge(_ => Endless(never), NoEventBridge, time);

        var judgement = await JudgeForAsync(TimeSpan.FromSeconds(10), judge, Request(type), deadline, time);

        never.Set();
        judgement.Verdict.IsSuccess.ShouldBeTrue();
        judgement.Verdict.Lead.ShouldBe(
            "The validator's own check of the event pattern took too long and was left out. "
                + "EventBridge could not be asked about the event pattern (no credentials or no Region). "
        );
        deadline.Remaining.ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_pattern_beyond_our_own_limits_is_no_reason_to_stop_a_new_stack()
    {
        var ors = Enumerable
            .Range(0, 14)
            .Select(index =>
                $$"""
                    "f{{index}}":{"$or":[{"a":[1]},{"b":[1]}]}
                    """
            );
        using var deadline = new Deadline(TimeSpan.FromSeconds(31), TimeProvider.System);
        var judge = new PatternJudge(Findings.Of, NoEventBridge, TimeProvider.System);

        var judgement = await judge.JudgeAsync(
            Request("Create", $$$"""{"source":["my.app"],"detail":{{{{string.Join(',', ors)}}}}}"""),
            deadline
        );

        judgement.Verdict.IsSuccess.ShouldBeTrue();
        judgement.Verdict.Findings.ShouldHaveSingleItem().Code.ShouldBe("EP0315");
    }

    private static async Task<PatternJudgement> JudgeForAsync(
        TimeSpan length,
        PatternJudge judge,
        CustomResourceRequest request,
        Deadline deadline,
        FakeTimeProvider time
    )
    {
        var judging = judge.JudgeAsync(request, deadline);
        time.Advance(length);
        return await judging;
    }

    private static Findings Endless(ManualResetEventSlim never)
    {
        never.Wait(Timeout.Infinite);
        return Some.NoFindings;
    }

    private static CustomResourceRequest Request(string type, string pattern = Some.GoodPattern) =>
        CustomResourceRequest.Read(JsonSerializer.SerializeToElement(Some.Request(type, "", pattern)));
}
