namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>Values that are given in part, or in the words of another field.</summary>
public sealed class ValueFormTests
{
    [Theory]
    [InlineData(
        "any detail-type of CloudTrail may come from ECS",
        """ "detail-type":["AWS Console Sign In via CloudTrail"] """,
        ""
    )]
    [InlineData(
        "another unknown detail-type is told",
        """ "detail-type":["AWS Console Sign In via the console"] """,
        "EP0406"
    )]
    [InlineData(
        "the first letters of `arn:` begin each resource",
        """ "detail-type":["ECS Task State Change"],"resources":[{"prefix":"ar"}] """,
        ""
    )]
    [InlineData(
        "other letters begin no resource",
        """ "detail-type":["ECS Task State Change"],"resources":[{"prefix":"ab"}] """,
        "EP0428"
    )]
    [InlineData("the first letters of `family:` begin a group", """ "detail":{"group":[{"prefix":"fam"}]} """, "")]
    [InlineData("other letters begin no group", """ "detail":{"group":[{"prefix":"web"}]} """, "EP0417")]
    [InlineData(
        "the ARN of a task definition with its revision is whole",
        """ "detail":{"taskDefinitionArn":["arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3"]} """,
        ""
    )]
    [InlineData(
        "without its revision it is not",
        """ "detail":{"taskDefinitionArn":["arn:aws:ecs:eu-west-1:123456789012:task-definition/web"]} """,
        "EP0417"
    )]
    public void A_part_is_told_from_a_whole(string behaviour, string fields, string codes) =>
        Findings.Codes($$"""{"source":["aws.ecs"],{{fields}}}""").ShouldBe(codes, behaviour);

    [Theory]
    [InlineData("web")]
    [InlineData("service:web")]
    public void A_service_is_proposed_as_a_group_with_one_service_before_its_name(string value) =>
        Findings
            .OnlyHint($$$"""{"source":["aws.ecs"],"detail":{"serviceName":["{{{value}}}"]}}""")
            .ShouldEndWith("""write `"group": ["service:web"]`""");
}
