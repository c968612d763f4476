using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Syntax;

/// <summary>Where a text that is not right JSON breaks, and where reading goes on.</summary>
public sealed class BrokenJsonTests
{
    [Theory]
    [InlineData("an object where a name belongs", """{"source":["my.app"],{"a":[1],"b":[2]},"detail":{"c":[]}}""")]
    [InlineData("a list where a name belongs", """{"source":["my.app"],[1,[2]],"detail":{"c":[]}}""")]
    public void What_stands_in_the_wrong_place_is_skipped_with_all_that_is_in_it(string behaviour, string pattern) =>
        Findings.Codes(pattern).ShouldBe("EP0001 EP0104", behaviour);

    [Theory]
    [InlineData(1000, "EP0310")]
    [InlineData(1001, "EP0016")]
    public void A_number_may_have_a_thousand_characters(int digits, string codes)
    {
        string number = new('1', digits);

        Findings.Codes($$$"""{"source":["my.app"],"detail":{"x":[{{{number}}}]}}""").ShouldBe(codes);
    }

    [Fact]
    public void A_wrong_quote_that_nothing_closes_ends_with_its_line()
    {
        Diagnostic finding = Findings.Only("{\"source\":['my.app\n]}");

        finding.Code.ShouldBe("EP0012");
        (finding.End.Line, finding.End.Column).ShouldBe((1, 19));
    }

    [Theory]
    [InlineData("it's", """$.detail['it\'s']""")]
    [InlineData("""a\\b""", """$.detail['a\\b']""")]
    [InlineData("a b", "$.detail['a b']")]
    [InlineData("\U0001F600", """$.detail['\ud83d\ude00']""")]
    public void A_path_escapes_what_would_end_its_name_or_cannot_be_shown(string name, string path) =>
        Findings.Only($$$"""{"source":["my.app"],"detail":{"{{{name}}}":1}}""").Path.ShouldBe(path);
}
