using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>A target of a rule.</summary>
/// <param name="Id">Unique within the rule.</param>
/// <param name="Arn">What is invoked.</param>
/// <param name="RoleArn">The role that EventBridge assumes for it.</param>
/// <param name="RetryPolicy">How long it is tried.</param>
/// <param name="DeadLetterQueueArn">Where an event goes that could not be delivered.</param>
/// <param name="Input">What it is given.</param>
/// <param name="Definition">The target as PutTargets received it.</param>
internal sealed record Target(
    string Id,
    string Arn,
    string? RoleArn,
    RetryPolicy RetryPolicy,
    string? DeadLetterQueueArn,
    ITargetInput Input,
    JsonObject Definition
);
