using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>What the dashboard shows; that its metrics exist is among the alarms' tests.</summary>
public sealed class DashboardTests
{
    [Theory]
    [InlineData("true", "default")]
    [InlineData("true", "orders")]
    [InlineData("false", "default")]
    public void It_shows_every_alarm_of_the_stack(string enableDeadLetterQueue, string bus)
    {
        var stack = Deployed(enableDeadLetterQueue, bus);

        var alarms = Widgets(stack).Single(widget => widget.Text("type") == "alarm").Texts("properties/alarms");

        alarms.ShouldBe(stack.OfType("AWS::CloudWatch::Alarm").Select(alarm => $"{alarm.Id}.Arn"), ignoreOrder: true);
    }

    [Fact]
    public void It_answers_the_three_questions() =>
        Titles(Deployed("true", "default"))
            .ShouldBe([
                "What needs me?",
                "Is it delivering? Live events",
                "Is it delivering? Redriven events",
                "What is waiting?",
                "How long have they waited? (hours)",
                "Gate: 0 failing, 1 unknown, 2 proving, 3 open",
            ]);

    [Fact]
    public void Without_a_dead_letter_queue_it_shows_nothing_of_the_redrive() =>
        Titles(Deployed("false", "default")).ShouldBe(["What needs me?", "Is it delivering? Live events"]);

    [Fact]
    public void It_has_the_commands_to_type()
    {
        var text = Widgets(Deployed("true", "default"))[0].Text("properties/markdown")!;

        text.ShouldContain("--function-name DlqRedriverFunction");
        text.ShouldContain("""'{"action":"testDelivery"}'""");
        text.ShouldContain("""'{"action":"status"}'""");
        text.ShouldContain("""'{"action":"release"}'""");
        text.ShouldContain("aws logs tail RedriveBusLogGroup");
    }

    [Fact]
    public void Its_widgets_do_not_overlap()
    {
        var taken = new HashSet<(int X, int Y)>();
        foreach (var widget in Widgets(Deployed("true", "default")))
        {
            var cells =
                from x in Enumerable.Range(Number(widget, "x"), Number(widget, "width"))
                from y in Enumerable.Range(Number(widget, "y"), Number(widget, "height"))
                select (x, y);
            foreach (var cell in cells)
            {
                cell.x.ShouldBeLessThan(24);
                taken.Add(cell).ShouldBeTrue($"{widget.ToJsonString()} lies over another");
            }
        }
    }

    [Theory]
    [InlineData("aws", "eu-west-1", "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#")]
    [InlineData("aws-cn", "cn-north-1", "https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#")]
    public void Its_address_is_that_of_the_partitions_console(string partition, string region, string start)
    {
        var stack = Stack.Of(TemplateFile.Read(), ("AWS::Partition", partition), ("AWS::Region", region));

        stack.Outputs["MonitoringDashboardUrl"].ShouldBe($"{start}dashboards:name=ecs-events-{region}");
    }

    private static Stack Deployed(string enableDeadLetterQueue, string bus) =>
        Stack.Of(TemplateFile.Read(), ("EnableDeadLetterQueue", enableDeadLetterQueue), ("EventBridgeBus", bus));

    private static IReadOnlyList<JsonNode> Widgets(Stack stack) =>
        MetricReading.Body(stack.Resources["MonitoringDashboard"]).Items("widgets");

    private static IEnumerable<string> Titles(Stack stack) =>
        Widgets(stack).Select(widget => widget.Text("properties/title")).OfType<string>();

    private static int Number(JsonNode widget, string name) => widget[name]!.GetValue<int>();
}
