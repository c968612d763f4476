using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>A mistake that people make is one finding, whose hint is what they have to do.</summary>
public sealed class HintTests
{
    [Theory]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"service":["web"]}}""",
        "EP0412",
        """write `"group": ["service:web"]`"""
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"serviceName":["arn:aws:ecs:eu-west-1:123456789012:service/shop/web"]}}""",
        "EP0412",
        """write `"group": ["service:web"]`"""
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"serviceName":["a","b"]}}""",
        "EP0412",
        """write `"group": ["service:my-service"]`"""
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"detail.lastStatus":["STOPPED"]}}""",
        "EP0412",
        "remove the leading `detail.`"
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"detail":{"lastStatus":["STOPPED"]}}}""",
        "EP0412",
        "remove the inner `detail`"
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"lastStatus":[{"equals-ignore-case":"stoped"}]}}""",
        "EP0406",
        "did you mean `STOPPED`?"
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail-type":["EC2 Instance State-change Notification"]}""",
        "EP0406",
        "another service sends it"
    )]
    [InlineData(
        """{"source":["aws.ecs"],"detail":{"stoppedReason":[{"wildcard":"*memory*"}]}}""",
        "EP0408",
        "the container's `reason` tells it"
    )]
    [InlineData("""{"EventPattern":{"source":["aws.ecs"]}}""", "EP0404", "what is inside `EventPattern`")]
    [InlineData("""{"event_pattern":{"source":["aws.ecs"]}}""", "EP0404", "what is inside `event_pattern`")]
    public void A_wrong_name_or_value_of_an_event(string pattern, string code, string hint) =>
        ShouldHint(pattern, code, hint);

    [Theory]
    [InlineData(
        """{"source":["aws.ecs"]},"detail":{"lastStatus":["STOPPED"]}}""",
        "EP0401",
        "the `}` at 1:22 closes the pattern too early: remove it"
    )]
    [InlineData("""{"source":["aws.ecs"]},""", "EP0401", "remove it")]
    [InlineData("source:\n  - aws.ecs\n", "EP0018", "a pattern is a JSON object")]
    [InlineData("event_pattern = jsonencode({})", "EP0018", "a pattern is a JSON object")]
    [InlineData("jsonencode({ source = [\"aws.ecs\"] })", "EP0018", "a pattern is a JSON object")]
    [InlineData("""{ source = ["aws.ecs"] }""", "EP0018", "in Terraform write `jsonencode({…})`")]
    [InlineData("""{ "source" = ["aws.ecs"], "detail" = { lastStatus = ["STOPPED"] } }""", "EP0018", "then `:`")]
    [InlineData("{ source [\"aws.ecs\"]\n detail { lastStatus = [\"STOPPED\"] } }", "EP0018", "then `:`")]
    [InlineData("{\n  source = [\"aws.ecs\"]\n  detail-type: [\"ECS Task State Change\"]\n}", "EP0018", "then `:`")]
    [InlineData("hello", "EP0006", "a text needs double quotes")]
    [InlineData("""{"detail":{"x":{"anything-but":0}}}""", "EP0102", """write `[{"anything-but": 0}]`""")]
    [InlineData("""{"detail":{"x":{"prefix":"a"}}}""", "EP0102", """write `[{"prefix": "a"}]`""")]
    public void A_wrong_notation(string pattern, string code, string hint) => ShouldHint(pattern, code, hint);

    [Fact]
    public void Another_notation_does_not_hide_what_is_wrong_beside_it() =>
        EventPattern
            .Analyze("{\n  source = [\"aws.ecs\"]\n  detail = { lastStatus = [\"stopped\" \"STOPPED\"] }\n}")
            .Diagnostics.Select(finding => (finding.Code, finding.Start.Line))
            .ShouldBe([("EP0018", 2), ("EP0405", 3), ("EP0007", 3)]);

    [Theory]
    [InlineData("""{"not":"web"}""", """write `{"anything-but": "web"}`""")]
    [InlineData("""{"!=":5}""", """write `{"anything-but": 5}`""")]
    [InlineData("""{">":5}""", """write `{"numeric": [">", 5]}`""")]
    [InlineData("""{"$gte":5}""", """write `{"numeric": [">=", 5]}`""")]
    [InlineData("""{"=":5}""", """write `{"numeric": ["=", 5]}`""")]
    [InlineData("""{"not":["web","db"]}""", """write `{"anything-but": ["web", "db"]}`""")]
    [InlineData("""{"contains":"web"}""", """write `{"wildcard": "*web*"}`""")]
    [InlineData("""{"startsWith":"web"}""", """write `{"prefix": "web"}`""")]
    [InlineData("""{"endsWith":"web"}""", """write `{"suffix": "web"}`""")]
    [InlineData("""{"equals":"web"}""", """write `"web"`""")]
    [InlineData("""{"in":["a", 5]}""", """write `["a", 5]` instead""")]
    [InlineData("""{"regex":"a.*"}""", "use `wildcard`, `prefix` or `suffix`")]
    public void An_operator_of_another_language(string value, string hint) =>
        ShouldHint($$$"""{"source":["my.app"],"detail":{"x":[{{{value}}}]}}""", "EP0201", hint);

    [Fact]
    public void A_number_that_is_left_out() =>
        ShouldHint(
            """{"source":["my.app"],"detail":{"x":[{"numeric":["!=", 5]}]}}""",
            "EP0210",
            """write `{"anything-but": 5}`"""
        );

    [Theory]
    [InlineData("\"service:web\"")]
    [InlineData("\"family:web\"")]
    [InlineData("\"team:web\"")]
    [InlineData("{\"prefix\": \"service\"}")]
    [InlineData("{\"prefix\": \"serv\"}")]
    [InlineData("{\"suffix\": \"-web\"}")]
    [InlineData("{\"anything-but\": \"web\"}")]
    public void A_group_with_its_kind_or_a_part_of_one_is_fine(string value) =>
        EventPattern
            .Analyze($$$"""{"source":["aws.ecs"],"detail":{"group":[{{{value}}}]}}""")
            .Diagnostics.ShouldBeEmpty();

    private static void ShouldHint(string pattern, string code, string hint)
    {
        Diagnostic finding = EventPattern
            .Analyze(pattern)
            .Diagnostics.Where(found => found.Code is not "EP0426")
            .ShouldHaveSingleItem();

        finding.Code.ShouldBe(code);
        finding.Hint.ShouldNotBeNull();
        finding.Hint.ShouldContain(hint);
    }

    [Theory]
    [InlineData("or", "`\"$or\": [{…}, {…}]`")]
    [InlineData("OR", "`$or` for alternatives")]
    [InlineData("$and", "write them in one object")]
    [InlineData("allOf", "write them in one object")]
    [InlineData("not", "anything-but")]
    public void Logic_of_another_language_is_one_mistake_with_the_right_words(string name, string hint)
    {
        string pattern = $$$"""
            {"source": ["aws.ecs"], "detail": {"{{{name}}}": [{"lastStatus": ["STOPPED"]}, {"stopCode": ["UserInitiated"]}]}}
            """;

        Diagnostic finding = EventPattern.Analyze(pattern).Diagnostics.ShouldHaveSingleItem();

        finding.Code.ShouldBe("EP0201");
        finding.Message.ShouldBe($"`{name}` is not an EventBridge operator");
        finding.Hint.ShouldNotBeNull().ShouldContain(hint);
        finding.Detail.ShouldBe("Unrecognized match type lastStatus");
    }

    [Fact]
    public void Logic_of_another_language_does_not_hide_what_is_wrong_within_it()
    {
        const string Pattern = """
            {"source": ["aws.ecs"], "detail": {"or": [{"lastStatus": [{"prefx": "S"}]}, {"stopCode": []}]}}
            """;

        EventPattern
            .Analyze(Pattern)
            .Diagnostics.Select(finding => finding.Code)
            .ShouldBe(["EP0201", "EP0201", "EP0104"]);
    }
}
