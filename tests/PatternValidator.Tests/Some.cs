using System.Text.Json.Nodes;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;
using Firetiger.PatternValidator.Judgement;

namespace Firetiger.PatternValidator.Tests;

/// <summary>Values that the tests start from.</summary>
internal static class Some
{
    public const string StackId = "arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/6b1f2c90";

    /// <summary>A pattern with nothing to say against it.</summary>
    public const string GoodPattern =
        """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"lastStatus":["STOPPED"]}}""";

    /// <summary>A pattern that EventBridge refuses: there is no operator <c>prefx</c>.</summary>
    public const string BadPattern = """{"source":["aws.ecs"],"detail":{"lastStatus":[{"prefx":"STOP"}]}}""";

    /// <summary>A request of CloudFormation.</summary>
    public static JsonObject Request(string type, string responseUrl, string pattern) =>
        new()
        {
            ["RequestType"] = type,
            ["ResponseURL"] = responseUrl,
            ["StackId"] = StackId,
            ["RequestId"] = "c8b5a1de-1111-2222-3333-444455556666",
            ["ResourceType"] = "Custom::EventPattern",
            ["LogicalResourceId"] = "EventPatternCheck",
            ["ResourceProperties"] = new JsonObject
            {
                ["ServiceToken"] = "arn:aws:lambda:eu-west-1:123456789012:function:validator",
                ["EventPattern"] = pattern,
                ["EventBusName"] = "default",
                ["Strictness"] = "Strict",
                ["RulesVersion"] = "1",
            },
        };

    public static Diagnostic Finding(string code, DiagnosticSeverity severity, string message = "something is wrong") =>
        new(
            new DiagnosticDescriptor(code, severity, "Something", new Uri("https://docs.aws.amazon.com/eventbridge/")),
            severity,
            new TextSpan(3, 4),
            new TextPosition(1, 4),
            new TextPosition(1, 8),
            "$.detail",
            message
        );

    public static Findings NoFindings { get; } = new([], [], []);

    public static Findings Refusal { get; } = Findings(refusal: Finding("EP0201", DiagnosticSeverity.Error));

    public static Findings Mistake { get; } = Findings(mistake: Finding("EP0401", DiagnosticSeverity.Error));

    public static Findings Warning { get; } = new([], [], [Finding("EP0402", DiagnosticSeverity.Warning)]);

    public static Findings RefusalAndMistake { get; } =
        Findings(Finding("EP0201", DiagnosticSeverity.Error), Finding("EP0401", DiagnosticSeverity.Error));

    private static Findings Findings(Diagnostic? refusal = null, Diagnostic? mistake = null) =>
        new(
            refusal is null ? [] : [refusal],
            mistake is null ? [] : [mistake],
            [.. new[] { refusal, mistake }.OfType<Diagnostic>()]
        );
}
