namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>Which field is meant by a name, and when nothing is said of it.</summary>
public sealed class FieldNameTests
{
    [Theory]
    [InlineData(
        "an unknown field is no mistake if an alternative of `$or` in it does without it",
        """{"source":["aws.ecs"],"Foo":{"$or":[{"a":[1]},{"b":[{"exists":false}]}]}}""",
        ""
    )]
    [InlineData(
        "an unknown field is a mistake if all alternatives of `$or` in it ask for something",
        """{"source":["aws.ecs"],"Foo":{"$or":[{"a":[1]},{"b":[1]}]}}""",
        "EP0404"
    )]
    [InlineData(
        "events of CloudTrail have no fields of a task",
        """{"source":["aws.ecs"],"detail-type":["AWS API Call via CloudTrail"],"detail":{"lastStatus":["STOPPED"]}}""",
        "EP0413"
    )]
    [InlineData(
        "a field of each event is not proposed for one in a container",
        """{"source":["aws.ecs"],"detail":{"containers":{"account":["123456789012"]}}}""",
        "EP0411"
    )]
    [InlineData(
        "a field of each event is proposed for one in the detail",
        """{"source":["aws.ecs"],"detail":{"account":["123456789012"]}}""",
        "EP0412"
    )]
    [InlineData("an `eventName` may be of another service", """{"detail":{"eventName":[1]}}""", "EP0426")]
    [InlineData("a `stopCode` is of ECS", """{"detail":{"stopCode":[1]}}""", "EP0426 EP0407")]
    [InlineData(
        "a container without a field is not judged where another service may be meant",
        """{"source":["aws.ecs","my.app"],"detail":{"containers":{"name":["app"],"exitCode":[{"exists":false}]}}}""",
        ""
    )]
    public void A_name_is_judged_by_the_events_that_are_meant(string behaviour, string pattern, string codes) =>
        Findings.Codes(pattern).ShouldBe(codes, behaviour);

    [Fact]
    public void A_list_in_a_field_called_Pattern_is_no_pattern_within_a_pattern() =>
        Findings
            .OnlyHint("""{"source":["aws.ecs"],"Pattern":["x"]}""")
            .ShouldBe("the fields of the event itself are under `detail`");
}
