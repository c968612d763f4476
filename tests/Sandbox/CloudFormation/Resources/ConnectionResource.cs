using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Events::Connection, which is complete once it is authorized.</summary>
/// <param name="context">The sandbox.</param>
internal sealed class ConnectionResource(SandboxContext context)
    : NamedResource(context.Aws, EventBridgeShapes.Connection)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    protected override async Task SettleAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await CallAsync(
                "events",
                "DescribeConnection",
                new JsonObject { ["Name"] = name },
                cancellationToken
            );
            switch (connection.Scalar("ConnectionState"))
            {
                case "AUTHORIZED":
                    return;
                case "CREATING" or "UPDATING" or "AUTHORIZING":
                    await Task.Delay(Look, context.Clock.Time, cancellationToken);
                    break;
                case var state:
                    throw new AwsException("NotStabilized", $"Connection {name} is {state}");
            }
        }
    }
}
