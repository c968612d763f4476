using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Routes;

/// <summary>
/// Asks whether a copy would arrive. PutEvents to a bus that does not exist, or past a rule that is off, succeeds and drops the
/// event ("Sending events with PutEvents" in the EventBridge user guide), so deleting what it accepted would lose events.
/// </summary>
/// <param name="eventBridge">EventBridge.</param>
/// <param name="names">What must be there.</param>
internal sealed class RouteCheck(IAmazonEventBridge eventBridge, RouteNames names)
{
    // Deploying an unchanged template again restores nothing: CloudFormation does not look for what is gone.
    private const string Restore = "docs/operations.md has the commands that restore it (Restore the route).";

    /// <summary>Follows the route from bus to destination.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The first thing wrong and how to mend it, or null when the route is whole.</returns>
    /// <exception cref="AwsCallException">EventBridge could not say: that is no problem of the route.</exception>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            Task<string?>[] looks =
            [
                RuleProblemAsync(cancellationToken),
                TargetProblemAsync(cancellationToken),
                ConnectionProblemAsync(cancellationToken),
                DestinationProblemAsync(cancellationToken),
            ];
            await ((Task)Task.WhenAll(looks)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await FirstAsync(looks);
        }
        catch (AwsCallException fault) when (fault.Code is nameof(ResourceNotFoundException))
        {
            return $"Part of the redrive route is missing ({fault.Message}). {Restore}";
        }
        catch (AwsCallException fault) when (fault.Code.StartsWith("AccessDenied", StringComparison.Ordinal))
        {
            return $"The redrive route could not be checked ({fault.Message}). "
                + $"The function's role needs events:{fault.Operation}.";
        }
    }

    // What is nearest to the bus is told: the rest may only follow from it.
    private static async Task<string?> FirstAsync(IEnumerable<Task<string?>> looks)
    {
        foreach (var look in looks)
        {
            if (await look is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    // A missing bus is this call's ResourceNotFoundException too.
    private async Task<string?> RuleProblemAsync(CancellationToken cancellationToken)
    {
        var request = new DescribeRuleRequest { Name = names.RuleName, EventBusName = names.BusName };
        var rule = await AwsCall.InvokeAsync(
            "DescribeRule",
            () => eventBridge.DescribeRuleAsync(request, cancellationToken)
        );
        if (rule.State != RuleState.ENABLED)
        {
            return $"The rule {names.RuleName} on the bus {names.BusName} is {rule.State}. "
                + $"Enable it: aws events enable-rule --name {names.RuleName} --event-bus-name {names.BusName}";
        }

        return RedriveRulePattern.TakesEnvelopes(rule.EventPattern)
            ? null
            : $"The event pattern of the rule {names.RuleName} does not take the copies that are sent to it: its source "
                + $"must list {EnvelopeWriter.Source} and its detail-type {EnvelopeWriter.DetailType}. {Restore}";
    }

    private async Task<string?> TargetProblemAsync(CancellationToken cancellationToken)
    {
        var request = new ListTargetsByRuleRequest { Rule = names.RuleName, EventBusName = names.BusName };
        var targets = await AwsCall.InvokeAsync(
            "ListTargetsByRule",
            () => eventBridge.ListTargetsByRuleAsync(request, cancellationToken)
        );
        var target = targets.Targets?.Find(IsOurDestination);
        if (target is null)
        {
            return $"The rule {names.RuleName} has no target that is the API destination {names.ApiDestinationName}. "
                + Restore;
        }

        if (!IsOurQueue(target.DeadLetterConfig?.Arn))
        {
            return $"The target of the rule {names.RuleName} does not dead-letter into {names.DeadLetterQueueName}, "
                + $"so a copy that fails again would be lost. {Restore}";
        }

        return target.InputPath is EnvelopeWriter.InputPath
            ? null
            : $"The target of the rule {names.RuleName} has the InputPath '{target.InputPath}' and would not deliver the "
                + $"original event. It must be {EnvelopeWriter.InputPath}. {Restore}";
    }

    private async Task<string?> DestinationProblemAsync(CancellationToken cancellationToken)
    {
        var request = new DescribeApiDestinationRequest { Name = names.ApiDestinationName };
        var destination = await AwsCall.InvokeAsync(
            "DescribeApiDestination",
            () => eventBridge.DescribeApiDestinationAsync(request, cancellationToken)
        );
        return destination.ApiDestinationState == ApiDestinationState.ACTIVE
            ? null
            : $"The API destination {names.ApiDestinationName} is {destination.ApiDestinationState}. "
                + $"Its connection is {names.ConnectionName}: update the connection, and the destination follows.";
    }

    private async Task<string?> ConnectionProblemAsync(CancellationToken cancellationToken)
    {
        var request = new DescribeConnectionRequest { Name = names.ConnectionName };
        var connection = await AwsCall.InvokeAsync(
            "DescribeConnection",
            () => eventBridge.DescribeConnectionAsync(request, cancellationToken)
        );
        return
            connection.ConnectionState == ConnectionState.AUTHORIZED
            || connection.ConnectionState == ConnectionState.ACTIVE
            ? null
            : $"The connection {names.ConnectionName} is {connection.ConnectionState} ({connection.StateReason}). "
                + $"Authorize it again: aws events update-connection --name {names.ConnectionName} --authorization-type BASIC "
                + "--auth-parameters 'BasicAuthParameters={Username=USER,Password=PASSWORD}'";
    }

    private bool IsOurDestination(Target target) =>
        target.Arn is { } arn
        && (
            arn.Contains($":api-destination/{names.ApiDestinationName}/", StringComparison.Ordinal)
            || arn.EndsWith($":api-destination/{names.ApiDestinationName}", StringComparison.Ordinal)
        );

    private bool IsOurQueue(string? arn) =>
        arn is not null && arn.EndsWith(":" + names.DeadLetterQueueName, StringComparison.Ordinal);
}
