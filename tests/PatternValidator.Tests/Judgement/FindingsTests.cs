using Firetiger.EventPatterns;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Judgement;

public sealed class FindingsTests
{
    [Fact]
    public void What_EventBridge_refuses_is_a_refusal_whatever_the_strictness()
    {
        foreach (var strictness in Enum.GetValues<Strictness>())
        {
            var findings = Findings.Of(
                new PatternProperties(Some.BadPattern, new AnalysisOptions { Strictness = strictness })
            );

            findings.Refusals.ShouldHaveSingleItem();
            findings.Mistakes.ShouldBeEmpty();
        }
    }
}
