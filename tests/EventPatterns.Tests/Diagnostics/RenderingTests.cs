using System.Text.Json;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.EventPatterns.Tests.Diagnostics;

public sealed class RenderingTests
{
    private const string Misspelt = "{\n  \"state\": [{ \"prefx\": \"run\" }]\n}";

    private static readonly AnalysisOptions Lenient = new() { Strictness = Strictness.Lenient };

    [Fact]
    public void The_terminal_shows_line_carets_and_hint()
    {
        string text = Terminal.Render([EventPattern.Analyze(Misspelt, Lenient).Diagnostics[^1]], Misspelt, "OrderRule");

        text.ShouldBe(
            """
            error EP0201: `prefx` is not an EventBridge operator
              --> OrderRule:2:15  $.state[0]
            2 |   "state": [{ "prefx": "run" }]
                              ^^^^^^^
            hint: did you mean `prefix`?
            EventBridge: Unrecognized match type prefx
            see: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html

            """
        );
    }

    [Fact]
    public void The_terminal_shows_only_a_window_of_a_very_long_line()
    {
        string pattern = "{\"a\": [" + string.Join(", ", Enumerable.Repeat("\"x\"", 500)) + "], \"b\": 1}";

        string text = Terminal.Render(EventPattern.Analyze(pattern, Lenient).Diagnostics, pattern);

        text.Split('\n').ShouldAllBe(line => line.Length < 200);
    }

    [Fact]
    public void The_report_for_tools_carries_every_member()
    {
        using JsonDocument report = JsonDocument.Parse(
            JsonReport.Render([EventPattern.Analyze(Misspelt, Lenient).Diagnostics[^1]])
        );

        JsonElement finding = report.RootElement.EnumerateArray().ShouldHaveSingleItem();

        finding
            .GetRawText()
            .ShouldBe(
                "{\"code\":\"EP0201\",\"severity\":\"error\",\"line\":2,\"column\":15,\"endLine\":2,\"endColumn\":22,"
                    + "\"path\":\"$.state[0]\",\"message\":\"`prefx` is not an EventBridge operator\","
                    + "\"hint\":\"did you mean `prefix`?\",\"detail\":\"Unrecognized match type prefx\","
                    + "\"source\":\"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html\"}"
            );
    }
}
