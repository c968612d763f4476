using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>Runs schedules: now, or at each tick.</summary>
internal sealed class ScheduleRunner(SandboxContext context)
{
    private const string SessionName = "scheduler";

    private readonly Lock _lock = new();
    private readonly List<ScheduleRun> _runs = [];

    /// <summary>Gets a copy of every run so far, oldest first.</summary>
    public IReadOnlyList<ScheduleRun> Runs
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs];
            }
        }
    }

    /// <summary>Proves that the scheduler may assume the role, which AWS asks when a schedule is made.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when it is proven.</returns>
    /// <exception cref="AwsException">ValidationException.</exception>
    public async Task DemandRoleAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            await AssumeAsync(schedule, cancellationToken);
        }
        catch (AwsException)
        {
            throw new AwsException(
                "ValidationException",
                "The execution role you provide must allow AWS EventBridge Scheduler to assume the role."
            );
        }
    }

    /// <summary>Invokes the target once.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the function's queue has the call.</returns>
    /// <exception cref="AwsException">The role may not be assumed or may not invoke, or there is no such function.</exception>
    public async Task RunAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            var principal = await AssumeAsync(schedule, cancellationToken);
            var input = new JsonObject
            {
                ["FunctionName"] = schedule.TargetArn,
                ["InvocationType"] = "Event",
                ["Payload"] = schedule.Input ?? DefaultInput(schedule),
            };
            await context.Aws.CallAsync(principal, "lambda", "Invoke", input, cancellationToken);
            Note(schedule, null);
        }
        catch (AwsException failure)
        {
            Note(schedule, failure);
            throw;
        }
    }

    /// <summary>Invokes the target every interval. Ticks do not wait for what they started.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when stopped.</returns>
    public async Task TickAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await context.Clock.DelayAsync(schedule.Interval, cancellationToken);
                await TryRunAsync(schedule, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task TryRunAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(schedule, cancellationToken);
        }
        catch (AwsException)
        {
            // Noted; the next tick tries again.
        }
    }

    private async Task<Principal> AssumeAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var service = new Principal.Service("scheduler.amazonaws.com", ScheduleGroup.ArnOf(schedule.GroupName));
        var input = new JsonObject { ["RoleArn"] = schedule.RoleArn, ["RoleSessionName"] = SessionName };
        await context.Aws.CallAsync(service, "sts", "AssumeRole", input, cancellationToken);
        return new Principal.Role(schedule.RoleArn[(schedule.RoleArn.LastIndexOf('/') + 1)..], SessionName);
    }

    private void Note(Schedule schedule, AwsException? failure)
    {
        lock (_lock)
        {
            _runs.Add(
                new ScheduleRun(
                    context.Clock.Now,
                    schedule.Arn,
                    failure is null ? null : $"{failure.Code}: {failure.Message}"
                )
            );
        }
    }

    /// <summary>What a function gets from a schedule without Input, as seen in its log.</summary>
    private string DefaultInput(Schedule schedule) =>
        new JsonObject
        {
            ["version"] = "0",
            ["id"] = context.Ids.NextGuid().ToString(),
            ["detail-type"] = "Scheduled Event",
            ["source"] = "aws.scheduler",
            ["account"] = Account.Id,
            ["time"] = JsonValue.Create(context.Clock.Now),
            ["region"] = Account.Region,
            ["resources"] = new JsonArray(schedule.Arn),
            ["detail"] = "{}",
        }.ToJsonString();
}
