using CsCheck;
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
    [InlineData("""["*X*","*"]""", 3)]
    [InlineData("""["*2","*.*"]""", 3)]
    public void The_texts_of_one_anything_but_end_together(string texts, int score) =>
        Score($$$"""{"a":[{"anything-but":{"wildcard":{{{texts}}}}}]}""").ShouldBe(score);

    [Theory]
    [InlineData("*e2", 2, 4)]
    [InlineData("*22", 3, 3)]
    [InlineData("*éx", 2, 4)]
    [InlineData("ab*", 2, 2)]
    public void A_letter_behind_a_star_is_followed_once_for_each_branch(string text, int once, int threeTimes)
    {
        const string Branches = """
            "$or":[{"b":[1]},{"c":[1]},{"d":[1]}]
            """;

        string wildcard = $$"""
            "a":[{"wildcard":"{{text}}"}]
            """;

        Score("{" + wildcard + "}").ShouldBe(once);
        Score("{" + wildcard + "," + Branches + "}").ShouldBe(threeTimes);
    }

    [Theory]
    [InlineData("""{"$or":[{"a":[1]},{"a":[2]}],"b":[{"wildcard":"*e2"}]}""", 2)]
    [InlineData("""{"$or":[{"a":[1]},{"a":[2,1]}],"b":[{"wildcard":"*e2"}]}""", 3)]
    [InlineData("""{"$or":[{"a":[1]},{"a":[1.0],"c":[2]}],"b":[{"wildcard":"*e2"}]}""", 2)]
    public void Branches_meet_in_a_field_when_what_they_decide_before_it_is_the_same(string pattern, int score) =>
        Score(pattern).ShouldBe(score);

    [Fact]
    public void What_hangs_on_an_absent_field_is_not_scored() =>
        Score("""{"a":[{"exists":false}],"b":[{"wildcard":"*:*:*"}]}""").ShouldBe(0);

    [Fact]
    public void Wildcards_of_one_field_count_even_without_a_star() =>
        Score("{\"a\":[" + string.Join(',', Enumerable.Repeat("""{"wildcard":"x"}""", 10).Select(Numbered)) + "]}")
            .ShouldBe(10);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void The_score_does_not_grow_with_branches_that_decide_differently(int ors)
    {
        const string Wildcard = """{"wildcard":"*abcabd*abcabe*abcabf"}""";

        int score = Score($$"""{{{Ors(ors)}},"z":[{{Wildcard}}]}""");

        score.ShouldBe(Score($$"""{"z":[{{Wildcard}}]}"""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(30)]
    public void A_search_that_gives_up_warns(int places)
    {
        WildcardBudget budget = new(places);

        int score = Score("""{"a":[{"wildcard":"*aaaaa"}],"b":[{"wildcard":"*aaaab"}]}""", budget);

        score.ShouldBe(10);
        budget.Spent.ShouldBeLessThanOrEqualTo(places);
    }

    [Fact]
    public void The_cheap_bound_is_never_below_the_score()
    {
        int tight = 0;
        Gen.OneOf("*", "a", "A", "b", "ab", "aa", ":", "é", "\\\"")
            .Array[1, 9]
            .Select(pieces => string.Concat(pieces).Replace("**", "*", StringComparison.Ordinal))
            .Where(text => !text.Contains("**", StringComparison.Ordinal))
            .Array[1, 3]
            .Sample(
                texts =>
                {
                    string list = string.Join(',', texts.Select(text => $$"""{"wildcard":"{{text}}"}"""));
                    LeafPattern leaf = Branches($$"""{"a":[{{list}}]}""")[0][0].Leaf;

                    int score = Score($$"""{"a":[{{list}}]}""");

                    WildcardBound.Of(leaf).ShouldBeGreaterThanOrEqualTo(score);
                    tight += WildcardBound.Of(leaf) < 10 ? 1 : 0;
                },
                iter: 3000,
                threads: 1
            );

        tight.ShouldBeGreaterThan(300);
    }

    private static string Numbered(string wildcard, int number) =>
        wildcard.Replace("x", $"{number}", StringComparison.Ordinal);

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

    private static int Score(string text, WildcardBudget budget) =>
        WildcardComplexity.Highest(Branches(text), budget).Score;

    private static IReadOnlyList<Branch> Branches(string text)
    {
        SourceText source = new(text);
        DiagnosticBag findings = new(source, new AnalysisOptions());
        ObjectPattern tree = PatternParser.Parse(JsonParser.Parse(source, findings), findings).ShouldNotBeNull();
        return BranchExpander.Expand(tree, findings);
    }
}
