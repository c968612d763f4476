using System.Text.RegularExpressions;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>What a hint proposes must be right when it is done.</summary>
public sealed partial class ProposalTests
{
    [Theory]
    [InlineData(
        """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"lastStatus":["STOPPED"],"stoppedReason":[{"prefix":"OutOfMemoryError"},{"prefix":"OutOfMemory"}]}}""",
        """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"lastStatus":["STOPPED"],"$or":[{"containers":{"reason":[{"prefix":"OutOfMemoryError"}]}},{"stoppedReason":[{"prefix":"OutOfMemoryError"},{"prefix":"OutOfMemory"}]}]}}"""
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail.stoppedReason":["OOMKilled","Task stopped by user"],"detail":{"containers":{"name":["app"]}}}""",
        """{"source":["aws.ecs"],"$or":[{"detail.containers":{"reason":[{"prefix":"OutOfMemoryError"}]}},{"detail.stoppedReason":["OOMKilled","Task stopped by user"]}],"detail":{"containers":{"name":["app"]}}}"""
    )]
    [InlineData(
        """{"source":["aws.ecs"],"$or":[{"detail":{"stoppedReason":[{"wildcard":"*out of memory*"}]}},{"detail":{"stopCode":["TaskFailedToStart"]}}]}""",
        """{"source":["aws.ecs"],"$or":[{"detail":{"$or":[{"containers":{"reason":[{"prefix":"OutOfMemoryError"}]}},{"stoppedReason":[{"wildcard":"*out of memory*"}]}]}},{"detail":{"stopCode":["TaskFailedToStart"]}}]}"""
    )]
    public void The_mended_out_of_memory_pattern_keeps_the_rest_and_is_clean(string pattern, string mended)
    {
        Diagnostic finding = EventPattern.Analyze(pattern).Diagnostics.ShouldHaveSingleItem();

        finding.Code.ShouldBe("EP0408");
        Proposed(finding).ShouldBe(mended);
        EventPattern.Analyze(mended).Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"detail":{"group":[@]}}""", "\"service:web*\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"group":[@]}}""", "\"*-web\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"group":[@]}}""", "\"a*\\\\\\\"**b\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"group":[@]}}""", "{\"anything-but\": \"service:web*\"}")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"group":[@]}}""", "{\"anything-but\": [\"a*\", \"b\"]}")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"startedBy":[@]}}""", "{\"prefix\": \"a*\"}")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"group":[@]}}""", "\"web\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"group":[@]}}""", "{\"prefix\": \"web\"}")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"clusterArn":[@]}}""", "\"shop\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"taskDefinitionArn":[@]}}""", "\"web\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"taskDefinitionArn":[@]}}""", "\"web:3\"")]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"taskDefinitionArn":[@]}}""",
        "\"arn:aws:ecs:eu-west-1:123456789012:task-definition/web\""
    )]
    [InlineData("""{"source":["aws.ecs"],"detail":{"stoppedReason":[@]}}""", "\"Task failed\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"cpu":[@]}}""", "256")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"cpu":[@]}}""", "{\"numeric\": [\"=\", 256]}")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"containers":{"exitCode":[@]}}}""", "\"137\"")]
    [InlineData("""{"source":["aws.ecs"],"detail":{"enableExecuteCommand":[@]}}""", "\"True\"")]
    [InlineData("""{"source":["aws.ecs"],"account":[@]}""", "\"1234-5678-9012\"")]
    [InlineData("""{"source":["aws.ecs"],"region":[@]}""", "\"EU-WEST-1\"")]
    [InlineData("""{"source":["aws.ecs"],"region":[@]}""", "\"eu-west-1a\"")]
    [InlineData("""{"source":["aws.ecs"],"time":[@]}""", "\"2025-03-04\"")]
    public void A_proposed_value_is_clean_in_its_place(string pattern, string value)
    {
        Diagnostic finding = EventPattern.Analyze(In(pattern, value)).Diagnostics.ShouldHaveSingleItem();

        EventPattern.Analyze(In(pattern, Proposed(finding))).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_proposed_anything_but_leaves_out_all_that_was_listed() =>
        Proposed(
                EventPattern
                    .Analyze(
                        """{"source":["aws.ecs"],"detail":{"group":[{"anything-but":"a"},{"anything-but":"b"}]}}"""
                    )
                    .Diagnostics.ShouldHaveSingleItem()
            )
            .ShouldBe("""{"anything-but": ["a", "b"]}""");

    private static string In(string pattern, string value) => pattern.Replace("@", value, StringComparison.Ordinal);

    /// <summary>Takes the JSON out of a hint: the last text between backticks that reads as a value.</summary>
    private static string Proposed(Diagnostic finding) =>
        Quoted()
            .Matches(finding.Hint!)
            .Select(match => match.Groups["json"].Value)
            .First(text => text[0] is '{' or '"' || char.IsAsciiDigit(text[0]) || text is "true");

    [GeneratedRegex("`(?<json>[^`]*)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
