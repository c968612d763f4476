namespace Firetiger.EventPatterns.Tests.Ecs;

public sealed class MistakeTests
{
    [Theory]
    [InlineData("""{"source":["aws.ecs"],"Detail":{"laststatus":["stoped"]}}""", "EP0404 EP0410 EP0405")]
    [InlineData("""{"source":["aws.ecz"],"detail":{"lastStatus":["stopped"]}}""", "EP0405 EP0405")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"Containers":{"exitCode":["137"]}}}""", "EP0410 EP0407")]
    [InlineData("""{"source":["aws.ecs"],"containers":{"exitCode":["1"]}}""", "EP0404 EP0407")]
    public void A_wrong_name_does_not_hide_the_next_mistake(string pattern, string codes) =>
        Codes(pattern).ShouldBe(codes);

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"details":["x"]}""", "EP0404")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"colour":{"red":["1"]}}}""", "EP0411")]
    [InlineData("""{"source":["aws.ecs"],"account":[6000000000]}""", "EP0407")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"lastStatus":["STOP*"]}}""", "EP0409")]
    [InlineData(
        """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"status":["STOPED"]}}""",
        "EP0413"
    )]
    public void One_mistake_is_one_finding(string pattern, string code) => Codes(pattern).ShouldBe(code);

    [Theory]
    [InlineData("aws.ec2")]
    [InlineData("aws.ecr")]
    [InlineData("aws.eks")]
    [InlineData("aws.es")]
    [InlineData("aws.ses")]
    [InlineData("my.ecs")]
    public void Other_sources_are_not_taken_for_misspelt(string source) =>
        Codes($$$"""{"source":["{{{source}}}"],"detail":{"lastStatus":["stopped"]}}""").ShouldBeEmpty();

    [Theory]
    [InlineData("""[{"anything-but":"a"},{"anything-but":["b","c"]}]""")]
    [InlineData("""["x",{"anything-but":"x"}]""")]
    [InlineData("""[{"prefix":"a"},{"anything-but":{"prefix":"a"}}]""")]
    [InlineData("""[{"anything-but":{"suffix":"a"}},{"anything-but":{"suffix":"b"}}]""")]
    [InlineData("""[{"exists":true},{"exists":false}]""")]
    public void Values_that_leave_nothing_out_are_told(string values) =>
        Codes($$$"""{"source":["my.app"],"detail":{"x":{{{values}}}}}""").ShouldBe("EP0421");

    [Theory]
    [InlineData("""[{"anything-but":["a","b"]},{"anything-but":["a","c"]}]""")]
    [InlineData("""[{"anything-but":{"prefix":"a"}},{"anything-but":{"prefix":"ab"}}]""")]
    [InlineData("""[{"anything-but":{"prefix":"a"}},{"anything-but":{"suffix":"b"}}]""")]
    [InlineData("""[{"anything-but":"a"},{"exists":false}]""")]
    [InlineData("""[{"prefix":"a"},{"prefix":"ab"}]""")]
    [InlineData("""["a","A",1,"1",true,"true",null]""")]
    public void Values_that_leave_something_out_are_not(string values) =>
        Codes($$$"""{"source":["my.app"],"detail":{"x":{{{values}}}}}""").ShouldBeEmpty();

    [Theory]
    [InlineData("""{"containers":{"name":["app"],"exitCode":[137]}}""", "")]
    [InlineData("""{"containers":{"name":["app"],"reason":[{"exists":false}]}}""", "")]
    [InlineData("""{"containers":{"exitCode":[{"exists":false}]}}""", "")]
    [InlineData("""{"containers":{"name":["app"],"exitCode":[{"exists":false}]}}""", "EP0424")]
    public void A_missing_field_of_one_item_is_told_where_the_alphabet_decides(string detail, string codes) =>
        Codes($$$"""{"source":["aws.ecs"],"detail":{{{detail}}}}""").ShouldBe(codes);

    [Theory]
    [InlineData("""[{"a":[1]},{"a":[1],"b":[1]}]""", true)]
    [InlineData("""[{"a":{"b":[1]}},{"a.b":[1]}]""", true)]
    [InlineData("""[{"a":[2],"a":[1]},{"a":[1]}]""", true)]
    [InlineData("""[{"a":[1],"a":[2]},{"a":[1]}]""", false)]
    [InlineData("""[{"$or":[{"a":[1]},{"b":[1]}]},{"$or":[{"a":[1]},{"b":[1]}],"a":[2]}]""", false)]
    [InlineData("""[{"$or":[{"a":[1]},{"b":[1]}]},{"$or":[{"b":[1]},{"a":[1]}],"c":[2]}]""", true)]
    [InlineData("""[{"a":[1]},{"c":[1],"$or":[{"a":[1]},{"a":[1],"b":[1]}]}]""", true)]
    [InlineData("""[{"a":[1]},{"c":[1],"$or":[{"a":[1]},{"b":[1]}]}]""", false)]
    [InlineData("""[{"a":[1]},{"$or":[{"b":[1]},{"a":[1]}]}]""", true)]
    [InlineData("""[{"a.b":[{"exists":false}]},{"a.b":[{"exists":false}],"a.a":[1]}]""", false)]
    [InlineData("""[{"b":[{"exists":false}]},{"b":[{"exists":false}],"a":[1]}]""", true)]
    public void An_alternative_is_judged_by_what_it_asks_in_the_end(string branches, bool isUseless) =>
        EventPattern
            .Analyze($$$"""{"source":["my.app"],"detail":{"$or":{{{branches}}}}}""")
            .Diagnostics.Any(finding => finding is { Code: "EP0425", Path: "$.detail.$or[0]" or "$.detail.$or[1]" })
            .ShouldBe(isUseless);

    [Theory]
    [InlineData("""{"a":[1],"$or":[{"b":[1]},{"b":[1],"a":[2]}]}""", false)]
    [InlineData("""{"a":[1],"$or":[{"b":[1]},{"b":[1],"a":[1]}]}""", true)]
    [InlineData("""{"$or":[{"b":[1],"a":[1]},{"b":[1],"a":[2]}],"a":[3]}""", true)]
    [InlineData("""{"a":[1],"$or":[{"b":[1]},{"b":[1],"a":["x",[]]}]}""", false)]
    [InlineData("""{"a":[1],"$or":[{"a":[1]},{"b":[1]}]}""", true)]
    [InlineData("""{"a":{"b":[1]},"$or":[{"a":{"b":[1]}},{"a":{"c":[1]}}]}""", true)]
    [InlineData("""{"$or":[{"a":[1]},{"b":[1]}],"c":{"$or":[{"a":[1]},{"b":[1]}]}}""", false)]
    public void An_alternative_is_judged_together_with_what_stands_beside_its_or(string detail, bool isUseless) =>
        Codes($$$"""{"source":["my.app"],"detail":{{{detail}}}}""")
            .Contains("EP0425", StringComparison.Ordinal)
            .ShouldBe(isUseless);

    [Fact]
    public void What_cannot_match_in_an_alternative_of_or_only_warns() =>
        EventPattern
            .Analyze("""{"source":["aws.ecs"],"$or":[{"account":["1"]},{"region":["eu-west-1"]}]}""")
            .Diagnostics.ShouldHaveSingleItem()
            .Message.ShouldEndWith("so this alternative of `$or` never matches");

    private static string Codes(string pattern) =>
        string.Join(' ', EventPattern.Analyze(pattern).Diagnostics.Select(finding => finding.Code));
}
