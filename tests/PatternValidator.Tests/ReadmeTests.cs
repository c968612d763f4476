using Firetiger.PatternValidator.Tests.Contract;

namespace Firetiger.PatternValidator.Tests;

/// <summary>The failures that the README shows are the ones that people meet.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("""{"source": ["aws.ecs"], "detail": {"lastStatus": [{"prefx": "STOP"}]}}""")]
    [InlineData("""{"source": ["aws.ecs"], "detail": {"containers": {"exitCode": ["137"]}}}""")]
    [InlineData("""{"source": "aws.ecs", "detail": {"lastStatus": ["STOPPED"]}""")]
    public async Task A_refused_pattern_reads_as_in_the_README(string pattern)
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = AwsAnswer.Error("AccessDeniedException", "not authorized");

        var response = await function.AskAsync(
            Some.Request("Create", function.Aws.ResponseUrl, pattern).ToJsonString()
        );

        response.Status.ShouldBe("FAILED");
        OneLine(Readme()).ShouldContain(OneLine(pattern));
        OneLine(Readme()).ShouldContain(OneLine(response.Reason));
    }

    private static string Readme() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
