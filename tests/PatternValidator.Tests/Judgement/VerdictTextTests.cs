using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.PatternValidator.Judgement;

namespace Firetiger.PatternValidator.Tests.Judgement;

public sealed class VerdictTextTests
{
    [Fact]
    public void A_success_with_nothing_to_say_is_empty()
    {
        var text = VerdictText.Render(Verdict.Pass(""), 1024);

        text.ShouldBeEmpty();
    }

    [Fact]
    public void The_advice_follows_the_findings()
    {
        var verdict = Verdict.Fail("It fails: ", Some.Finding("EP0401", DiagnosticSeverity.Error)) with
        {
            Advice = "Do this.",
        };

        var text = VerdictText.Render(verdict, 1024);

        text.ShouldStartWith("It fails: EP0401");
        text.ShouldEndWith(". Do this.");
    }

    [Fact]
    public void A_long_lead_is_cut_between_characters()
    {
        var text = VerdictText.Render(Verdict.Fail(new string('a', 99) + "😀😀😀"), 105);

        text.ShouldBe(new string('a', 99) + "…");
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(105);
    }
}
