using Amazon.Runtime;
using Firetiger.EventPatterns;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests;

public sealed class DirectHandlerTests
{
    [Fact]
    public async Task A_pattern_that_nobody_could_judge_is_no_good_pattern()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), TimeProvider.System);
        await using var output = new StringWriter();
        var handler = new DirectHandler(
            new PatternJudge(
                _ => Findings.Unfinished,
                new EventBridgeJudge(() => throw new AmazonClientException("no Region")),
                TimeProvider.System
            ),
            TimeProvider.System,
            new Log(output, TimeProvider.System)
        );
        var question = new PatternProperties(Some.GoodPattern, new AnalysisOptions());

        var error = await Should.ThrowAsync<InvalidEventPattern>(() =>
            handler.HandleAsync(question, "invocation-1", deadline)
        );

        error.Message.ShouldContain("took too long and was left out");
        error.Message.ShouldContain("EventBridge could not be asked");
    }
}
