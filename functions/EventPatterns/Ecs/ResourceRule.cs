using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Rules;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// The <c>resources</c> of an ECS event are the ARN of the task, container instance or service that it is about. The cluster and, for a task,
/// the service are in <c>detail</c>.
/// </summary>
internal static class ResourceRule
{
    public static Finding? Judge(ValueMatch match, EcsEvents events)
    {
        string? text = match is PrefixMatch prefix ? prefix.Text : Literal.Of(match);
        if (
            string.IsNullOrEmpty(text)
            || TextRule.Explains(text)
            || (events & EcsEvents.Open & ~EcsEvents.Daemon) != EcsEvents.None
        )
        {
            return null;
        }

        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return "arn:".StartsWith(text, StringComparison.Ordinal)
                ? null
                : EventValueFindings.ForeignResource(
                    text,
                    "whole ARNs",
                    "write the ARN, or match its end with `suffix`"
                );
        }

        string[] parts = text.Split(':', 6);
        if (parts.Length < 6 || parts[5].IndexOf('/', StringComparison.Ordinal) is not (> 0 and var slash))
        {
            return parts.Length == 6 && parts[5].Contains(':', StringComparison.Ordinal)
                ? EventValueFindings.ForeignResource(
                    text,
                    "ARNs with a `/` after the kind of resource",
                    "write a `/` there: `…:task/…`"
                )
                : null;
        }

        string kind = parts[5][..slash];
        return (KindsNamed(kind) & events) != EcsEvents.None || (events & EcsEvents.Daemon) != EcsEvents.None
            ? null
            : EventValueFindings.ForeignResource(text, Expected(events), Hint(kind, parts[5][(slash + 1)..]));
    }

    private static EcsEvents KindsNamed(string kind) =>
        kind switch
        {
            "task" => EcsEvents.Task,
            "container-instance" => EcsEvents.ContainerInstance,
            "service" or "task-set" => EcsEvents.Service,
            _ => EcsEvents.None,
        };

    private static string Expected(EcsEvents events) =>
        events switch
        {
            EcsEvents.Task => "the task",
            EcsEvents.ContainerInstance => "the container instance",
            _ when (events & EcsEvents.Service) == events => "the service",
            _ => "the task, container instance or service",
        };

    private static string Hint(string kind, string name) =>
        kind switch
        {
            "cluster" => "ask for the cluster in `detail.clusterArn`",
            "service" =>
                $"ask for the service of a task in `detail.group`: `[\"service:{name[(name.LastIndexOf('/') + 1)..]}\"]`",
            "task-definition" => "ask for the task definition in `detail.taskDefinitionArn`",
            "container-instance" => "ask for the instance in `detail.containerInstanceArn`",
            _ => "look at a real event for what it names",
        };
}
