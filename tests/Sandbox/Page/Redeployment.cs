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

    /// <summary>Updates the stack and waits for the end of it. It goes on when nobody waits any more.</summary>
    /// <param name="pattern">The value of EventPattern.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A sentence on how it ended.</returns>
    /// <exception cref="PageException">It failed, or another update is under way.</exception>
    public Task<string> RunAsync(string pattern, CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _running, 1) == 1
            ? throw new PageException("The stack is being updated already. Wait until it has ended.", 409)
            : UpdateAsync(pattern).WaitAsync(cancellationToken);

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

    private async Task<string> UpdateAsync(string pattern)
    {
        var stopping = stage.Sandbox.Context.Stopping;
        try
        {
            _refusal = null;
            _eventsBefore = (await _stack.EventsAsync(stopping)).Count;
            var template = await File.ReadAllTextAsync(stage.Arguments.Template.FullName, stopping);
            var chosen = new Dictionary<string, string>(stage.Arguments.Parameters, StringComparer.Ordinal)
            {
                ["EventPattern"] = pattern,
            };
            var parameters = await Installation.ParametersAsync(stage.Sandbox, template, chosen, stopping);
            var status = await _stack.UpdateAsync(template, parameters, stopping);
            return string.Equals(status, "UPDATE_COMPLETE", StringComparison.Ordinal)
                ? $"{status}: the rule has this pattern."
                : throw new PageException($"{status}: the rule keeps its pattern. {await CauseAsync(stopping)}", 409);
        }
        catch (Exception refused) when (refused is StackFailedException or IOException)
        {
            _refusal = refused.Message;
            throw new PageException(refused.Message, 409);
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    // What failed first took the others with it.
    private async Task<string> CauseAsync(CancellationToken cancellationToken)
    {
        const string BeforeMessage = "Message returned: ";
        var failure = (await _stack.EventsAsync(cancellationToken))
            .SkipLast(_eventsBefore)
            .LastOrDefault(happened => $"{happened!["ResourceStatus"]}".EndsWith("_FAILED", StringComparison.Ordinal));
        var reason = $"{failure?["ResourceStatusReason"]}";
        var start = reason.IndexOf(BeforeMessage, StringComparison.Ordinal);
        return start < 0 ? reason : reason[(start + BeforeMessage.Length)..];
    }
}
