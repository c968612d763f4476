using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>That the pattern is checked first, and that the check can wedge nothing.</summary>
internal static class ValidationChecks
{
    public static IEnumerable<string> TheRuleWaitsForTheCheck(Stack stack) =>
        stack.WaitsFor("EcsEventsRule", "EventPatternCheck")
            ? []
            : ["The rule may be made before its pattern is checked"];

    public static IEnumerable<string> TheCheckWaitsForItsFunctionOnly(Stack stack) =>
        stack
            .Resources.Keys.Where(id =>
                stack.WaitsFor("EventPatternCheck", id) && !id.StartsWith("PatternValidator", StringComparison.Ordinal)
            )
            .Select(id => $"A bad pattern is found only after {id}");

    public static IEnumerable<string> NobodyWaitsAnHour(Stack stack) =>
        Check(stack).Text("Properties/ServiceTimeout") == "300" ? [] : ["A check that is not answered waits too long"];

    public static IEnumerable<string> DeletionNeedsNoAnswer(Stack stack) =>
        Check(stack).Text("DeletionPolicy") == "Retain" && Check(stack).Text("UpdateReplacePolicy") == "Retain"
            ? []
            : ["Deleting the stack waits for the function"];

    public static IEnumerable<string> TheCheckSeesWhatTheRuleGets(Stack stack)
    {
        var rule = stack.Resources["EcsEventsRule"];
        return
            Check(stack).Text("Properties/EventPattern") == rule.Text("Properties/EventPattern")
            && Check(stack).Text("Properties/EventBusName") == rule.Text("Properties/EventBusName")
            ? []
            : ["The rule has another pattern or bus than was checked"];
    }

    private static JsonObject Check(Stack stack) => stack.Resources["EventPatternCheck"];
}
