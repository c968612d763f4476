using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Ecs;

public sealed class StrictnessTests
{
    private const string StringForNumber =
        """{"source": ["aws.ecs"], "detail": {"containers": {"exitCode": ["137"]}}}""";

    [Fact]
    public void What_cannot_match_is_an_error_though_EventBridge_takes_it()
    {
        PatternAnalysis analysis = EventPattern.Analyze(StringForNumber);

        analysis.HasErrors.ShouldBeTrue();
        analysis.Pattern.ShouldNotBeNull();
    }

    [Fact]
    public void What_EventBridge_refuses_anyway_is_the_only_error_until_it_is_mended() =>
        EventPattern
            .Analyze("""{"source":["aws.ecs"],"account":[1],"detail":{"cpu":[]}}""")
            .Diagnostics.Select(finding => $"{finding.Code} {finding.Severity}")
            .ShouldBe(["EP0407 Warning", "EP0104 Error"]);

    [Fact]
    public void Lenient_only_warns() =>
        EventPattern
            .Analyze(StringForNumber, new AnalysisOptions { Strictness = Strictness.Lenient })
            .HasErrors.ShouldBeFalse();

    [Fact]
    public void Rules_newer_than_the_chosen_version_only_warn() =>
        EventPattern.Analyze(StringForNumber, new AnalysisOptions { RulesVersion = 0 }).HasErrors.ShouldBeFalse();

    [Fact]
    public void Parse_throws_with_the_findings()
    {
        EventPatternException exception = Should.Throw<EventPatternException>(() =>
            EventPattern.Parse(StringForNumber)
        );

        exception.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("EP0407");
        exception.Message.ShouldContain("$.detail.containers.exitCode[0]");
    }

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"$or":[{"account":["123456789012"]},{"region":["eu-west-1"]}],@}""")]
    [InlineData("""{"$or":[{"source":["aws.ec2"]},{"account":["123456789012"]}],"source":["aws.ecs"],@}""")]
    [InlineData(
        """{"$or":[{"account":["123456789012"]},{"region":["eu-west-1"]}],"detail-type":["ECS Task State Change"],@}"""
    )]
    [InlineData("""{"source":[{"equals-ignore-case":"AWS.ECS"}],@}""")]
    [InlineData("""{"source":[{"exactly":"aws.ecs"}],@}""")]
    [InlineData("""{"source":[{"wildcard":"aws.ecs"}],@}""")]
    [InlineData("""{"source":[{"prefix":"aws.ecs"}],@}""")]
    public void What_only_ECS_sends_is_judged_as_such(string pattern) =>
        EventPattern
            .Analyze(pattern.Replace("@", "\"detail\":{\"version\":[\"1\"]}", StringComparison.Ordinal))
            .Diagnostics.Select(finding => finding.Code)
            .ShouldContain("EP0407");

    [Theory]
    [InlineData("6000000000")]
    [InlineData("1e400")]
    public void A_number_for_a_string_is_one_mistake_whatever_the_number(string number) =>
        EventPattern
            .Analyze($$"""{"source": ["aws.ecs"], "account": [{{number}}]}""")
            .Diagnostics.ShouldHaveSingleItem()
            .Code.ShouldBe("EP0407");

    [Theory]
    [InlineData("""{"source": ["my.app"], "detail": {"lastStatus": ["stopped"], "cpu": [1]}}""")]
    [InlineData("""{"source": ["my.app"], "orderId": ["x"]}""")]
    [InlineData("""{"source": ["aws.ecs", "my.app"], "detail": {"lastStatus": ["stopped"]}}""")]
    [InlineData("""{"source": ["aws.ecs"], "detail": {"lastStatus": ["stopped", "STOPPED"]}}""")]
    [InlineData("""{"source": ["aws.ecs"], "$or": [{"detail": {"version": ["1"]}}, {"region": ["eu-west-1"]}]}""")]
    [InlineData("""{"source": ["aws.ecs"], "detail": {"newFieldOfEcs": ["x"], "stopCode": ["NewCodeOfEcs"]}}""")]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"version":["1"]},"$or":[{"source":["aws.ec2"]},{"account":["123456789012"]}]}"""
    )]
    [InlineData(
        """{"detail-type":["ECS Task State Change"],"detail":{"version":["1"]},"$or":[{"detail-type":["x"]},{"account":["123456789012"]}]}"""
    )]
    [InlineData(
        """{"$or":[{"source":["my.app"]},{"region":["eu-west-1"]}],"detail-type":["ECS Task State Change"],"detail":{"version":["1"]}}"""
    )]
    [InlineData("""{"source":["aws.ecs"],"account":[1],"account":["123456789012"]}""")]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"version":["1"]},"$or":[{"detail.version":[1]},{"detail":{"version":[2]}}]}"""
    )]
    public void What_may_match_is_never_an_error(string pattern) =>
        EventPattern.Analyze(pattern).HasErrors.ShouldBeFalse();

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"account":["123456789012"],"account":[1]}""", "EP0407")]
    [InlineData("""{"source":["aws.ecs"],"$or":[{"account":["1"]},{"region":["x"]}],"account":[1]}""", "EP0407")]
    public void The_last_of_two_fields_counts(string pattern, string code) =>
        ErrorsOf(pattern).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"detail":{"lastStatus":["stopped",1]}}""", "EP0405", "EP0407")]
    [InlineData("""{"source":["aws.ecs"],"account":[1,"12"]}""", "EP0407", "EP0416")]
    [InlineData("""{"source":["aws.ECS",1]}""", "EP0405", "EP0407")]
    public void A_list_whose_values_are_all_impossible_is_an_error_whatever_the_reasons(
        string pattern,
        params string[] codes
    )
    {
        IReadOnlyList<Diagnostic> errors = ErrorsOf(pattern);

        errors.Select(finding => finding.Code).ShouldBe(codes);
        errors.ShouldAllBe(finding =>
            finding.Message.EndsWith("so the pattern never matches", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"detail":{"createdAt":["2025-03-04",1]}}""")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"lastStatus":["stopped",1,"NEW_STATUS"]}}""")]
    public void One_value_that_may_match_is_enough(string pattern) => ErrorsOf(pattern).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"$or":[{@},{"source":["my.app"]}]}""")]
    [InlineData("""{"$or":[{@},{"region":["eu-west-1"]}],"source":["aws.ecs"]}""")]
    [InlineData("""{"source":["aws.ecs"],"$or":[{"$or":[{@},{"source":["x"]}]},{"source":["my.app"]}]}""")]
    public void An_alternative_is_judged_by_its_own_source(string pattern) =>
        CodesOf(pattern, "\"detail\":{\"lastStatus\":[\"OutOfMemory\"]}").ShouldContain("EP0406");

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"$or":[{@},{"region":["x"]}],"source":["my.app"]}""")]
    [InlineData("""{"source":["aws.ecs"],"$or":[{@},{"region":["x"]}],"$or":[{"source":["my.app"]},{"id":["x"]}]}""")]
    public void What_stands_behind_an_or_replaces_the_source_of_its_alternatives(string pattern) =>
        CodesOf(pattern, "\"detail\":{\"lastStatus\":[\"OutOfMemory\"]}").ShouldNotContain("EP0406");

    private static List<Diagnostic> ErrorsOf(string pattern) =>
        [.. EventPattern.Analyze(pattern).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error)];

    private static IEnumerable<string> CodesOf(string pattern, string inserted) =>
        EventPattern
            .Analyze(pattern.Replace("@", inserted, StringComparison.Ordinal))
            .Diagnostics.Select(finding => finding.Code);
}
