using System.Text;
using Firetiger.EventPatterns;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Protocol;

public sealed class CustomResourceRequestTests
{
    [Fact]
    public async Task Scalars_are_read_whether_or_not_they_are_strings()
    {
        var fromText = await ReadAsync("""{"ResourceProperties":{"EventPattern":"{}","RulesVersion":"1"}}""");
        var fromNumber = await ReadAsync("""{"ResourceProperties":{"EventPattern":"{}","RulesVersion":1}}""");

        fromNumber.Properties.Options.ShouldBe(fromText.Properties.Options);
        fromNumber.Properties.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Strict", Strictness.Strict)]
    [InlineData("lenient", Strictness.Lenient)]
    [InlineData("", Strictness.Strict)]
    public async Task Strictness_is_read_in_any_case_and_is_Strict_when_empty(string text, Strictness expected)
    {
        var request = await ReadAsync($$$"""{"ResourceProperties":{"EventPattern":"{}","Strictness":"{{{text}}}"}}""");

        request.Properties.Options.Strictness.ShouldBe(expected);
        request.Properties.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"EventPattern":"{}","Strictness":"Loose"}""", "Strictness is `Loose`")]
    [InlineData("""{"EventPattern":"{}","RulesVersion":"0"}""", "RulesVersion is `0`")]
    [InlineData("""{"EventPattern":"{}","RulesVersion":"new"}""", "RulesVersion is `new`")]
    [InlineData("""{"EventPattern":""}""", "EventPattern is missing or empty")]
    [InlineData("""{"EventPattern":null}""", "EventPattern is missing or empty")]
    [InlineData("""{}""", "EventPattern is missing or empty")]
    [InlineData("""[]""", "EventPattern is missing or empty")]
    [InlineData("""{"EventPattern":[]}""", "EventPattern must be JSON text")]
    public async Task A_problem_with_a_property_names_it(string properties, string problem)
    {
        var request = await ReadAsync($$$"""{"ResourceProperties":{{{properties}}}}""");

        request.Properties.Problems.ShouldHaveSingleItem().ShouldContain(problem);
    }

    [Fact]
    public async Task Rules_newer_than_this_function_are_the_newest_that_it_has()
    {
        var request = await ReadAsync("""{"ResourceProperties":{"EventPattern":"{}","RulesVersion":"99"}}""");

        request.Properties.Options.RulesVersion.ShouldBe(AnalysisOptions.LatestRulesVersion);
    }

    [Theory]
    [InlineData("Create", "Create")]
    [InlineData("create", "Unknown")]
    [InlineData("1", "Unknown")]
    [InlineData("", "Unknown")]
    public async Task The_request_type_is_one_of_three_words(string text, string expected)
    {
        var request = await ReadAsync($$"""{"RequestType":"{{text}}"}""");

        request.Type.ToString().ShouldBe(expected);
    }

    private static Task<CustomResourceRequest> ReadAsync(string json) =>
        CustomResourceRequest.ReadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(json)),
            TestContext.Current.CancellationToken
        );
}
