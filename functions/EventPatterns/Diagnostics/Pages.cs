namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>The AWS pages that state the rules.</summary>
internal static class Pages
{
    private const string EventBridge = "https://docs.aws.amazon.com/eventbridge/latest/userguide/";

    public static readonly Uri EventPatterns = new(EventBridge + "eb-event-patterns.html");
    public static readonly Uri Syntax = new(EventBridge + "eb-create-pattern.html");
    public static readonly Uri Operators = new(EventBridge + "eb-create-pattern-operators.html");
    public static readonly Uri BestPractices = new(EventBridge + "eb-patterns-best-practices.html");
    public static readonly Uri Quotas = new(EventBridge + "eb-quota.html");
    public static readonly Uri EventStructure = new(EventBridge + "eb-events-structure.html");
    public static readonly Uri EcsEvents = new(
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html"
    );
    public static readonly Uri EcsStoppedTasks = new(
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html"
    );
    public static readonly Uri Json = new("https://www.rfc-editor.org/rfc/rfc8259");
}
