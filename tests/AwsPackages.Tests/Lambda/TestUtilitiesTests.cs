using Amazon.Lambda.TestUtilities;

namespace Firetiger.AwsPackages.Tests.Lambda;

public sealed class TestUtilitiesTests
{
    [Fact]
    public void A_context_is_what_the_test_sets()
    {
        var context = new TestLambdaContext
        {
            AwsRequestId = "r",
            FunctionName = "f",
            RemainingTime = TimeSpan.FromSeconds(30),
            MemoryLimitInMB = 512,
        };

        (context.AwsRequestId, context.FunctionName, context.MemoryLimitInMB).ShouldBe(("r", "f", 512));
        context.RemainingTime.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void The_logger_of_a_context_keeps_what_is_logged()
    {
        var context = new TestLambdaContext();

        context.Logger.LogLine("a line");
        context.Logger.LogError("an error");

        var buffer = ((TestLambdaLogger)context.Logger).Buffer.ToString();
        buffer.ShouldContain("a line");
        buffer.ShouldContain("an error");
    }
}
