using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Invokes targets that are other services of AWS: a queue, a function, a log group.</summary>
internal sealed class ServiceInvoker(SandboxContext context) : ITargetInvoker
{
    private readonly TargetRole _role = new(context.Aws);

    public async Task<InvocationResult> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        Principal principal;
        try
        {
            principal = await _role.AssumeAsync(invocation, cancellationToken);
        }
        catch (AwsException failure)
        {
            return new InvocationResult.Permanent("FAILED_TO_ASSUME_ROLE", failure.Message);
        }

        try
        {
            await CallAsync(principal, invocation, cancellationToken);
            return new InvocationResult.Delivered();
        }
        catch (AwsException failure)
        {
            return Judge(failure);
        }
    }

    private Task CallAsync(Principal principal, Invocation invocation, CancellationToken cancellationToken)
    {
        var arn = invocation.Target.Arn;
        return arn.Split(':')[2] switch
        {
            "sqs" => context.Aws.CallAsync(
                principal,
                "sqs",
                "SendMessage",
                new JsonObject { ["QueueUrl"] = QueueUrl.Of(arn, context.Endpoint), ["MessageBody"] = invocation.Body },
                cancellationToken
            ),
            "lambda" => context.Aws.CallAsync(
                principal,
                "lambda",
                "Invoke",
                new JsonObject
                {
                    ["FunctionName"] = arn,
                    ["InvocationType"] = "Event",
                    ["Payload"] = invocation.Body,
                },
                cancellationToken
            ),
            _ => LogAsync(principal, arn, invocation, cancellationToken),
        };
    }

    /// <summary>Writes an event into a log group, in a stream of its own as EventBridge does.</summary>
    private async Task LogAsync(
        Principal principal,
        string logGroupArn,
        Invocation invocation,
        CancellationToken cancellationToken
    )
    {
        var group = logGroupArn.Split(':')[6];
        var stream = context.Ids.NextGuid().ToString();
        await context.Aws.CallAsync(
            principal,
            "logs",
            "CreateLogStream",
            new JsonObject { ["logGroupName"] = group, ["logStreamName"] = stream },
            cancellationToken
        );
        var line = new JsonObject
        {
            ["timestamp"] = context.Clock.Now.ToUnixTimeMilliseconds(),
            ["message"] = invocation.Body,
        };
        await context.Aws.CallAsync(
            principal,
            "logs",
            "PutLogEvents",
            new JsonObject
            {
                ["logGroupName"] = group,
                ["logStreamName"] = stream,
                ["logEvents"] = new JsonArray(line),
            },
            cancellationToken
        );
    }

    private static InvocationResult Judge(AwsException failure) =>
        failure switch
        {
            { Code: var code } when code.StartsWith("AccessDenied", StringComparison.Ordinal) =>
                new InvocationResult.Permanent("NO_PERMISSIONS", failure.Message),
            { Code: "QueueDoesNotExist" or "ResourceNotFoundException" } => new InvocationResult.Permanent(
                "NO_RESOURCE",
                failure.Message
            ),
            { Status: 429 or >= 500 } => new InvocationResult.Retryable("ERROR_FROM_TARGET", failure.Message),
            _ => new InvocationResult.Permanent("INVALID_PARAMETER", failure.Message),
        };
}
