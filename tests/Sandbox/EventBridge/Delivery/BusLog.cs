using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>
/// Writes a bus's failures into the log groups that its ERROR_LOGS are delivered to ("Configuring logs for Amazon
/// EventBridge event buses", user guide). Best effort, as there.
/// </summary>
/// <param name="context">The sandbox.</param>
/// <param name="state">The buses.</param>
internal sealed class BusLog(SandboxContext context, EventBridgeState state)
{
    /// <summary>Writes one failed attempt.</summary>
    /// <param name="invocation">What failed.</param>
    /// <param name="failure">How.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>When written, or refused by the log group's policy.</returns>
    public async Task WriteAsync(
        Invocation invocation,
        InvocationResult.Failed failure,
        CancellationToken cancellationToken
    )
    {
        if (
            !state.Buses.TryGetValue(invocation.Rule.BusName, out var bus)
            || bus.LogConfig?.Scalar("Level") is null or "OFF"
        )
        {
            return;
        }

        var type = failure is InvocationResult.Retryable ? "RETRYABLE" : "PERMANENT";
        var line = new JsonObject
        {
            ["message_type"] = $"INVOCATION_ATTEMPT_{type}_FAILURE",
            ["log_level"] = "ERROR",
            ["event_bus_name"] = bus.Name,
            ["rule_name"] = invocation.Rule.Name,
            ["target_arn"] = invocation.Target.Arn,
            ["error_code"] = failure.Code,
            ["error_message"] = failure.Message,
        }.ToJsonString();
        foreach (var (source, group) in await DestinationsAsync(bus.Arn, cancellationToken))
        {
            await WriteAsync(source, group, line, cancellationToken);
        }
    }

    private async Task WriteAsync(string source, string group, string line, CancellationToken cancellationToken)
    {
        var service = new Principal.Service("delivery.logs.amazonaws.com", source);
        var stream = context.Ids.NextGuid().ToString();
        var logLine = new JsonObject { ["timestamp"] = context.Clock.Now.ToUnixTimeMilliseconds(), ["message"] = line };
        try
        {
            await context.Aws.CallAsync(
                service,
                "logs",
                "CreateLogStream",
                new JsonObject { ["logGroupName"] = group, ["logStreamName"] = stream },
                cancellationToken
            );
            await context.Aws.CallAsync(
                service,
                "logs",
                "PutLogEvents",
                new JsonObject
                {
                    ["logGroupName"] = group,
                    ["logStreamName"] = stream,
                    ["logEvents"] = new JsonArray(logLine),
                },
                cancellationToken
            );
        }
        catch (AwsException)
        {
            // Vended logs are best effort: where the policy refuses them there are none.
        }
    }

    private async Task<IEnumerable<(string SourceArn, string Group)>> DestinationsAsync(
        string busArn,
        CancellationToken cancellationToken
    )
    {
        var sources = await ListAsync("DescribeDeliverySources", "deliverySources", cancellationToken);
        var deliveries = await ListAsync("DescribeDeliveries", "deliveries", cancellationToken);
        var destinations = await ListAsync("DescribeDeliveryDestinations", "deliveryDestinations", cancellationToken);
        return from source in sources
            where Is($"{source["resourceArns"]![0]}", busArn) && source.Scalar("logType") is "ERROR_LOGS"
            from delivery in deliveries
            where Is(delivery.Scalar("deliverySourceName"), source.Scalar("name"))
            from destination in destinations
            where Is(destination.Scalar("arn"), delivery.Scalar("deliveryDestinationArn"))
            let arn = $"{destination["deliveryDestinationConfiguration"]!["destinationResourceArn"]}"
            select (source.Scalar("arn")!, arn.Split(':')[6]);
    }

    private static bool Is(string? name, string? other) => string.Equals(name, other, StringComparison.Ordinal);

    private async Task<IEnumerable<JsonObject>> ListAsync(
        string operation,
        string member,
        CancellationToken cancellationToken
    )
    {
        var output = await context.Aws.CallAsync(
            new Principal.Administrator(),
            "logs",
            operation,
            [],
            cancellationToken
        );
        return output[member]!.AsArray().OfType<JsonObject>();
    }
}
