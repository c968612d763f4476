namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>An out-of-memory kill that is sought in <c>stoppedReason</c>, where it is not.</summary>
public sealed class OutOfMemoryTests
{
    private const string AndWhileTheTaskRuns = "also tells of a container killed while its task runs on";

    [Theory]
    [InlineData("`OOM` is the word", """{"prefix":"OOM"}""", "EP0408")]
    [InlineData("`OOM` within a text is the word", """{"wildcard":"*(OOM)*"}""", "EP0408")]
    [InlineData("`ROOM` is not the word", """{"prefix":"ROOM"}""", "")]
    [InlineData("`OOMPH` is not the word", """{"prefix":"OOMPH"}""", "")]
    public void Words_for_it_are_known(string behaviour, string value, string codes) =>
        Findings.Codes(Detail($"\"stoppedReason\":[{value}]")).ShouldBe(codes, behaviour);

    [Fact]
    public void An_alternative_around_it_that_looks_in_the_right_place_is_enough() =>
        Findings
            .Codes(
                Detail(
                    """
                    "$or":[
                        {"containers":{"reason":[{"prefix":"OutOfMemoryError"}]}},
                        {"$or":[{"stoppedReason":[{"prefix":"OutOfMemory"}]},{"stopCode":["UserInitiated"]}]}
                    ]
                    """
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void The_right_place_is_not_proposed_as_an_alternative_where_it_is_asked_for_already() =>
        Findings
            .OnlyHint(
                Detail(
                    """
                    "stoppedReason":[{"prefix":"OutOfMemory"}],"containers":{"reason":[{"prefix":"OutOfMemoryError"}]}
                    """
                )
            )
            .ShouldNotContain("$or");

    [Theory]
    [InlineData("\"lastStatus\":[\"STOPPED\"],", true)]
    [InlineData("", false)]
    public void What_the_status_leaves_out_is_told_where_it_is_asked_for(string status, bool isTold) =>
        Findings
            .OnlyHint(Detail(status + "\"stoppedReason\":[{\"prefix\":\"OutOfMemory\"}]"))
            .Contains(AndWhileTheTaskRuns, StringComparison.Ordinal)
            .ShouldBe(isTold);

    private static string Detail(string fields) => $$$"""{"source":["aws.ecs"],"detail":{{{{fields}}}}}""";
}
