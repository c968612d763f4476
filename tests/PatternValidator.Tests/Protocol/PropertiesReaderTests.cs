using System.Text.Json;
using Firetiger.EventPatterns;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Protocol;

public sealed class PropertiesReaderTests
{
    [Fact]
    public void Scalars_are_read_whether_or_not_they_are_strings()
    {
        var fromText = Read("""{"EventPattern":"{}","RulesVersion":"1"}""");
        var fromNumber = Read("""{"EventPattern":"{}","RulesVersion":1}""");

        fromNumber.Options.ShouldBe(fromText.Options);
        fromNumber.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Strict", Strictness.Strict)]
    [InlineData("lenient", Strictness.Lenient)]
    [InlineData("", Strictness.Strict)]
    public void Strictness_is_read_in_any_case_and_is_Strict_when_empty(string text, Strictness expected)
    {
        var properties = Read($$"""{"EventPattern":"{}","Strictness":"{{text}}"}""");

        properties.Options.Strictness.ShouldBe(expected);
        properties.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"EventPattern":"{}","Strictness":"Loose"}""", "Strictness is `Loose`")]
    [InlineData("""{"EventPattern":"{}","RulesVersion":"0"}""", "RulesVersion is `0`")]
    [InlineData("""{"EventPattern":"{}","RulesVersion":"new"}""", "RulesVersion is `new`")]
    [InlineData("""{"EventPattern":""}""", "EventPattern is missing or empty")]
    [InlineData("""{"EventPattern":null}""", "EventPattern is missing or empty")]
    [InlineData("""{}""", "EventPattern is missing or empty")]
    [InlineData("""[]""", "EventPattern is missing or empty")]
    [InlineData("""{"EventPattern":[]}""", "EventPattern is a list, but it must be one string of JSON")]
    [InlineData("""{"EventPattern":"{}","MatchingSamples":"{}"}""", "MatchingSamples must be a list of events")]
    [InlineData(
        """{"EventPattern":"{}","NonMatchingSamples":{"a":"b"}}""",
        "NonMatchingSamples must be a list of events"
    )]
    [InlineData(
        """{"EventPattern":"{}","MatchingSamples":["{}",1]}""",
        "MatchingSamples[1] must be an event, as one string"
    )]
    [InlineData(
        """{"EventPattern":"{}","MatchingSamples":[{"detail":{"exitCode":"137"}}]}""",
        "(here \"137\" at $.detail.exitCode)"
    )]
    public void A_problem_with_a_property_names_it(string properties, string problem) =>
        Read(properties).Problems.ShouldHaveSingleItem().ShouldContain(problem);

    [Fact]
    public void Of_an_object_it_is_told_what_CloudFormation_has_made_strings_of()
    {
        var problem = Read(
            """{"EventPattern":{"source":["aws.ecs"],"detail":{"group":[{"exists":"true"}],"exitCode":["137","1.5","0x1F"],"a":["false"]}}}"""
        )
            .Problems.ShouldHaveSingleItem();

        problem.ShouldContain(
            "(here \"true\" at $.detail.group[0].exists, \"137\" at $.detail.exitCode[0], \"1.5\" at $.detail.exitCode[1])"
        );
        problem.ShouldEndWith("""EventPattern: '{"source": ["aws.ecs"]}'.""");
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    public void No_samples_are_no_problem(string samples)
    {
        var properties = Read($$"""{"EventPattern":"{}","MatchingSamples":{{samples}}}""");

        properties.MatchingSamples.ShouldBeEmpty();
        properties.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("99", 99)]
    [InlineData("", AnalysisOptions.LatestRulesVersion)]
    public void A_template_newer_than_the_function_may_ask_for_newer_rules(string version, int expected)
    {
        var properties = Read($$"""{"EventPattern":"{}","RulesVersion":"{{version}}"}""");

        properties.Options.RulesVersion.ShouldBe(expected);
        properties.Problems.ShouldBeEmpty();
    }

    private static PatternProperties Read(string properties)
    {
        using var document = JsonDocument.Parse(properties);
        return new PropertiesReader(document.RootElement).Read();
    }
}
