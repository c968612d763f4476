using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Diagnostics;

public sealed class ServiceTextTests
{
    [Theory]
    [InlineData("""{"a""", "Unexpected end-of-input in field name")]
    [InlineData("""{"a":["b""", "Unexpected end-of-input: was expecting closing quote for a string value")]
    [InlineData(
        """{"a":[1e+]}""",
        "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit"
    )]
    [InlineData(
        """{"a":[1.e3]}""",
        "Unexpected character ('e' (code 101)) in numeric value: Decimal point not followed by a digit"
    )]
    [InlineData(
        """{"a":[-]}""",
        "Unexpected character (']' (code 93)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value"
    )]
    [InlineData(
        """{"a":["\u1g"]}""",
        "Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence"
    )]
    [InlineData("""{"a":[1}""", "Unexpected close marker '}': expected ']'")]
    [InlineData("""{"a":[1""", "Unexpected end-of-input: expected close marker for Array")]
    [InlineData("""{"a":[1]""", "Unexpected end-of-input: expected close marker for Object")]
    [InlineData("""{"a":[1,""", "Unexpected end-of-input within/between Array entries")]
    [InlineData("""{"a":[1],""", "Unexpected end-of-input within/between Object entries")]
    [InlineData("""{"a":""", "Unexpected end-of-input within/between Object entries")]
    [InlineData("""{"a" """, "Unexpected end-of-input within/between Object entries")]
    [InlineData(
        "{\"a\":[\"b\nc\"]}",
        "Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value"
    )]
    [InlineData(
        """{"a":[0x1F]}""",
        "Unexpected character ('x' (code 120)): was expecting comma to separate Array entries"
    )]
    [InlineData(
        """# {"a":[1]}""",
        "Unexpected character ('#' (code 35)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
    )]
    [InlineData(
        """
            {# a
            "a":[1]}
            """,
        "Unexpected character ('#' (code 35)): was expecting double-quote to start field name"
    )]
    [InlineData(
        """{"a":[{"anything-but":{"prefix":{"equals-ignore-case":"x"}}}]}""",
        "Value of anything-but must be an array or single string/number value."
    )]
    [InlineData("""{"$or":[null]}""", "Only JSON object is allowed in array of $or relationship.")]
    [InlineData(
        """{"$or":[{"cidr":"10.0.0.0/24"}]}""",
        "cidr is Ruler reserved fieldName which cannot be used inside $or."
    )]
    public void The_first_error_has_the_words_of_EventBridge(string pattern, string words) =>
        EventPattern
            .Analyze(pattern, new AnalysisOptions { Strictness = Strictness.Lenient })
            .Diagnostics.First(finding => finding.Severity == DiagnosticSeverity.Error)
            .Detail.ShouldBe(words);

    [Fact]
    public void A_blank_text_is_marked_at_its_end() =>
        EventPattern.Analyze("\n ").Diagnostics.ShouldHaveSingleItem().Start.ShouldBe(new Text.TextPosition(2, 2));
}
