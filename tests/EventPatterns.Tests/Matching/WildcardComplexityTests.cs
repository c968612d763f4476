using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Tests.Matching;

public sealed class WildcardComplexityTests
{
    [Theory]
    [InlineData("""{"a":[{"wildcard":"*x*"}]}""", 3)]
    [InlineData("""{"a":[{"wildcard":"*:*:*"}]}""", 5)]
    [InlineData("""{"a":[{"wildcard":"*aaaaaaaaa"}]}""", 10)]
    [InlineData("""{"a":[{"wildcard":"*:stack/X/*"},{"wildcard":"*:stack/Y/*"},{"wildcard":"*:stack/Z/*"}]}""", 9)]
    [InlineData("""{"a":[{"wildcard":"*:*:*"}],"b":[{"wildcard":"*:*:*"}]}""", 5)]
    [InlineData("""{"a":["x"]}""", 0)]
    public void The_score_is_that_of_the_rule_of_thumb(string pattern, int score) => Score(pattern).ShouldBe(score);

    private static int Score(string text)
    {
        SourceText source = new(text);
        DiagnosticBag findings = new(source, new AnalysisOptions());
        ObjectPattern tree = PatternParser.Parse(JsonParser.Parse(source, findings), findings).ShouldNotBeNull();
        return WildcardComplexity.Highest(new PatternMatcher(BranchExpander.Expand(tree, findings)).Branches).Score;
    }
}
