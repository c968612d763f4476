using System.Text.Json.Nodes;
using Firetiger.Sandbox.Demo;

namespace Firetiger.Sandbox.Page;

/// <summary>Updates of the stack with another event pattern, one at a time.</summary>
internal sealed class Redeployment(Stage stage)
{
    private const int MostEvents = 60;

    private readonly StackDeployment _stack = new(stage.Sandbox, Installation.StackName);
    private int _running;

    // Stack events are kept for ever; those of one update are what came since it began.
    private volatile int _eventsBefore = int.MaxValue;
    private volatile string? _refusal;

    /// <summary>Begins an update. It goes on after this has returned.</summary>
    /// <param name="pattern">The value of EventPattern.</param>
    /// <param name="cancellationToken">Ends the call that begins it.</param>
    /// <returns>When it has begun.</returns>
    /// <exception cref="PageException">Another update is under way.</exception>
    public async Task StartAsync(string pattern, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new PageException("The stack is being updated already. Wait until it has ended.", 409);
        }

        _refusal = null;
        _eventsBefore = (await _stack.EventsAsync(cancellationToken)).Count;
        _ = RunAsync(pattern);
    }

    /// <summary>Writes how it stands: the status, and the events since the last update began, oldest first.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One object.</returns>
    public async Task<JsonObject> DescribeAsync(CancellationToken cancellationToken)
    {
        var events = await _stack.EventsAsync(cancellationToken);
        return new JsonObject
        {
            ["isBusy"] = Volatile.Read(ref _running) == 1,
            ["refusal"] = _refusal,
            ["status"] = StatusOf(events),
            ["events"] = new JsonArray([.. events.SkipLast(_eventsBefore).Take(MostEvents).Reverse().Select(Row)]),
        };
    }

    private static string? StatusOf(JsonArray events) =>
        events
            .FirstOrDefault(happened =>
                string.Equals(
                    happened!["ResourceType"]?.ToString(),
                    "AWS::CloudFormation::Stack",
                    StringComparison.Ordinal
                )
            )
            ?["ResourceStatus"]?.ToString();

    private static JsonNode Row(JsonNode? happened) =>
        new JsonObject
        {
            ["at"] = happened!["Timestamp"]?.DeepClone(),
            ["resource"] = happened["LogicalResourceId"]?.ToString(),
            ["status"] = happened["ResourceStatus"]?.ToString(),
            ["reason"] = happened["ResourceStatusReason"]?.ToString(),
        };

    private async Task RunAsync(string pattern)
    {
        var stopping = stage.Sandbox.Context.Stopping;
        try
        {
            var template = await File.ReadAllTextAsync(stage.Arguments.Template.FullName, stopping);
            var chosen = new Dictionary<string, string>(stage.Arguments.Parameters, StringComparer.Ordinal)
            {
                ["EventPattern"] = pattern,
            };
            var parameters = await Installation.ParametersAsync(stage.Sandbox, template, chosen, stopping);
            await _stack.UpdateAsync(template, parameters, stopping);
        }
        catch (Exception refused) when (refused is StackFailedException or IOException)
        {
            _refusal = refused.Message;
        }
        catch (OperationCanceledException)
        {
            // The sandbox ends.
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }
}
