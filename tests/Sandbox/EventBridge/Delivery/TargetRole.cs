using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Becomes whom EventBridge is to a target: the target's role, or the service itself on behalf of the rule.</summary>
internal sealed class TargetRole(AwsDispatcher aws)
{
    public const string ServiceName = "events.amazonaws.com";

    private const string SessionName = "eventbridge";

    /// <summary>Makes the principal of an invocation.</summary>
    /// <param name="invocation">Its rule and target.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="AwsException">The role does not exist or does not trust EventBridge.</exception>
    public async Task<Principal> AssumeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var service = new Principal.Service(ServiceName, invocation.Rule.Arn);
        if (invocation.Target.RoleArn is not { } roleArn)
        {
            return service;
        }

        var input = new JsonObject { ["RoleArn"] = roleArn, ["RoleSessionName"] = SessionName };
        await aws.CallAsync(service, "sts", "AssumeRole", input, cancellationToken);
        return new Principal.Role(roleArn[(roleArn.LastIndexOf('/') + 1)..], SessionName);
    }
}
