using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Judgement;

/// <summary>Who decides, as a table.</summary>
public sealed class VerdictRulesTests
{
    // request, our findings, EventBridge => verdict
    [Theory]
    [InlineData("Create  nothing   accepted    => SUCCESS")]
    [InlineData("Update  nothing   accepted    => SUCCESS")]
    [InlineData("Create  nothing   refused     => FAILED EventBridge refuses the event pattern: its words")]
    [InlineData("Update  nothing   refused     => FAILED EventBridge refuses the event pattern: its words")]
    [InlineData(
        "Create  nothing   unreachable => SUCCESS EventBridge could not be asked about the event pattern (down)."
    )]
    [InlineData(
        "Update  nothing   unreachable => SUCCESS EventBridge could not be asked about the event pattern (down)."
    )]
    [InlineData(
        "Create  refusal   accepted    => SUCCESS EventBridge takes the event pattern, though it looks wrong: EP0201"
    )]
    [InlineData(
        "Update  refusal   accepted    => SUCCESS EventBridge takes the event pattern, though it looks wrong: EP0201"
    )]
    [InlineData("Create  refusal   refused     => FAILED The event pattern is refused: EP0201")]
    [InlineData("Update  refusal   refused     => FAILED The event pattern is refused: EP0201")]
    [InlineData("Create  refusal   unreachable => FAILED The event pattern is refused: EP0201")]
    [InlineData(
        "Update  refusal   unreachable => SUCCESS EventBridge could not be asked about the event pattern (down). EP0201"
    )]
    [InlineData("Create  mistake   accepted    => FAILED The event pattern can never match: EP0401")]
    [InlineData("Update  mistake   accepted    => FAILED The event pattern can never match: EP0401")]
    [InlineData("Create  mistake   refused     => FAILED EventBridge refuses the event pattern: its words EP0401")]
    [InlineData("Update  mistake   refused     => FAILED EventBridge refuses the event pattern: its words EP0401")]
    [InlineData("Create  mistake   unreachable => FAILED The event pattern can never match: EP0401")]
    [InlineData("Update  mistake   unreachable => FAILED The event pattern can never match: EP0401")]
    [InlineData("Create  both      refused     => FAILED The event pattern is refused: EP0201 EP0401")]
    [InlineData("Create  both      accepted    => FAILED The event pattern can never match: EP0401")]
    [InlineData("Update  both      unreachable => FAILED The event pattern can never match: EP0401")]
    [InlineData("Create  warning   accepted    => SUCCESS EP0402")]
    [InlineData("Create  warning   refused     => FAILED EventBridge refuses the event pattern: its words")]
    [InlineData(
        "Update  warning   unreachable => SUCCESS EventBridge could not be asked about the event pattern (down). EP0402"
    )]
    [InlineData(
        "Create  unknown   accepted    => SUCCESS The validator's own check of the event pattern took too long and was left out."
    )]
    [InlineData("Create  unknown   refused     => FAILED EventBridge refuses the event pattern: its words")]
    [InlineData(
        "Update  unknown   accepted    => SUCCESS The validator's own check of the event pattern took too long and was left out."
    )]
    public void The_verdict_follows_the_table(string row)
    {
        var (given, expected) = Split(row, "=>");
        var words = given.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var verdict = VerdictRules.Decide(Enum.Parse<RequestType>(words[0]), Findings(words[1]), Answer(words[2]));

        var codes = string.Join(' ', verdict.Findings.Select(finding => finding.Code));
        $"{verdict.Status} {verdict.Lead.Trim()} {codes}"
            .Trim()
            .Replace("  ", " ", StringComparison.Ordinal)
            .ShouldBe(expected);
    }

    private static Findings Findings(string name) =>
        name switch
        {
            "nothing" => Some.NoFindings,
            "refusal" => Some.Refusal,
            "mistake" => Some.Mistake,
            "both" => Some.RefusalAndMistake,
            "warning" => Some.Warning,
            "unknown" => PatternValidator.Judgement.Findings.Unfinished,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not in the table"),
        };

    private static EventBridgeAnswer Answer(string name) =>
        name switch
        {
            "accepted" => new EventBridgeAnswer.Accepted(),
            "refused" => new EventBridgeAnswer.Refused("its words"),
            "unreachable" => new EventBridgeAnswer.Unreachable("down"),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not in the table"),
        };

    private static (string Left, string Right) Split(string row, string separator)
    {
        var at = row.IndexOf(separator, StringComparison.Ordinal);
        return (row[..at].Trim(), row[(at + separator.Length)..].Trim());
    }
}
