using System.Text.RegularExpressions;
using CsCheck;
using Firetiger.Sandbox.Iam;

namespace Firetiger.Sandbox.Tests.Iam;

public sealed class WildcardTests
{
    [Fact]
    public void A_pattern_matches_what_the_same_regular_expression_matches() =>
        Gen.Select(Gen.String[Gen.Char["ab"], 0, 8], Gen.String[Gen.Char["ab*?"], 0, 6])
            .Sample(
                (text, pattern) =>
                    Wildcard.IsMatch(text, pattern)
                    == Regex.IsMatch(text, AsRegex(pattern), RegexOptions.None, TimeSpan.FromSeconds(1))
            );

    [Theory]
    [InlineData("arn:aws:logs:us-east-1:1:log-group:a:*", "arn:aws:logs:*:1:log-group:*", true)]
    [InlineData("arn:aws:sqs:us-east-1:1:q", "arn:aws:sqs:*", false)]
    [InlineData("arn:aws:sqs:us-east-1:1:q", "*", true)]
    [InlineData("*", "arn:aws:sqs:us-east-1:1:q", false)]
    public void A_wildcard_stays_within_its_part_of_an_ARN(string arn, string pattern, bool isMatch) =>
        Wildcard.IsArnMatch(arn, pattern).ShouldBe(isMatch);

    private static string AsRegex(string pattern) =>
        $"^{pattern.Replace("*", ".*", StringComparison.Ordinal).Replace("?", ".", StringComparison.Ordinal)}$";
}
