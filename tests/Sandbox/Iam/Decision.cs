namespace Firetiger.Sandbox.Iam;

/// <summary>What was decided of a role's wish.</summary>
/// <param name="RoleName">The role.</param>
/// <param name="Action">Such as <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">The resource's ARN.</param>
/// <param name="IsAllowed">The decision.</param>
internal sealed record Decision(string RoleName, string Action, string Resource, bool IsAllowed);
