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

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void The_same_wildcards_are_followed_once_however_many_branches_have_them(int ors)
    {
        const string Wildcard = """{"wildcard":"*abcabd*abcabe*abcabf"}""";
        WildcardBudget once = new();
        WildcardBudget multiplied = new();

        int expected = Score($$"""{"z":[{{Wildcard}}]}""", once);
        int score = Score($$"""{{{Ors(ors)}},"z":[{{Wildcard}}]}""", multiplied);

        score.ShouldBe(expected);
        multiplied.Spent.ShouldBe(once.Spent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_spent_budget_leaves_a_score_that_is_too_low_rather_than_none(int states)
    {
        WildcardBudget budget = new(states);

        int score = Score("""{"a":[{"wildcard":"*aaaaaaaaa"}],"b":[{"wildcard":"*aaaaaaaab"}]}""", budget);

        score.ShouldBeInRange(1, 9);
        budget.Spent.ShouldBe(states);
    }

    private static string Ors(int count) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, count)
                .Select(index =>
                    $$"""
                        "f{{index:00}}":{"$or":[{"a":[1]},{"b":[1]}]}
                        """
                )
        );

    private static int Score(string text) => Score(text, new WildcardBudget());

    private static int Score(string text, WildcardBudget budget)
    {
        SourceText source = new(text);
        DiagnosticBag findings = new(source, new AnalysisOptions());
        ObjectPattern tree = PatternParser.Parse(JsonParser.Parse(source, findings), findings).ShouldNotBeNull();
        PatternMatcher matcher = new(BranchExpander.Expand(tree, findings));
        return WildcardComplexity.Highest(matcher.Branches, budget).Score;
    }
}
