using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>EventBridge Scheduler: functions invoked at a fixed rate.</summary>
internal sealed class SchedulerService : IAwsService, IHttpEndpoints
{
    private readonly SandboxContext _context;
    private readonly ScheduleRunner _runner;
    private readonly ConcurrentDictionary<string, RunningSchedule> _schedules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ScheduleGroup> _groups = new(StringComparer.Ordinal);

    public SchedulerService(SandboxContext context)
    {
        _context = context;
        _runner = new ScheduleRunner(context);
        _groups[ScheduleGroup.DefaultName] = new ScheduleGroup(ScheduleGroup.DefaultName, context.Clock.Now);
    }

    public string SigningName => "scheduler";

    /// <summary>Gets every run so far, oldest first.</summary>
    public IReadOnlyList<ScheduleRun> Runs => _runner.Runs;

    public void Map(IEndpointRouteBuilder routes) => new SchedulerRoutes(_context, this).Map(routes);

    /// <summary>Runs a schedule without waiting for its next tick, whatever its state.</summary>
    /// <param name="name">Its name, in any group.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the function's queue has the call.</returns>
    /// <exception cref="AwsException">There is no such schedule, or its target could not be invoked.</exception>
    public Task RunNowAsync(string name, CancellationToken cancellationToken) =>
        _schedules.Values.FirstOrDefault(running =>
            string.Equals(running.Schedule.Name, name, StringComparison.Ordinal)
        )
            is { } found
            ? _runner.RunAsync(found.Schedule, cancellationToken)
            : throw NotFound($"Schedule {name} does not exist.");

    public async Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        request.Operation switch
        {
            "CreateSchedule" => await CreateAsync(request, cancellationToken),
            "UpdateSchedule" => await UpdateAsync(request, cancellationToken),
            "GetSchedule" => Find(request).Describe(),
            "DeleteSchedule" => Delete(request),
            "CreateScheduleGroup" => CreateGroup(request),
            "GetScheduleGroup" => FindGroup(request).Describe(),
            "DeleteScheduleGroup" => DeleteGroup(request),
            _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
        };

    private async Task<JsonObject> CreateAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Demand(request, ArnOf(request));
        var schedule = ScheduleReader.Read(request.Input, _context.Clock.Now, _context.Clock.Now);
        if (!_groups.ContainsKey(schedule.GroupName))
        {
            throw NotFound($"Schedule group {schedule.GroupName} does not exist.");
        }

        if (_schedules.ContainsKey(schedule.Arn))
        {
            throw new AwsException("ConflictException", $"Schedule {schedule.Name} already exists.", 409);
        }

        await _runner.DemandRoleAsync(schedule, cancellationToken);
        Start(schedule);
        return new JsonObject { ["ScheduleArn"] = schedule.Arn };
    }

    private async Task<JsonObject> UpdateAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        var old = Find(request);
        var schedule = ScheduleReader.Read(request.Input, old.CreatedAt, _context.Clock.Now);
        await _runner.DemandRoleAsync(schedule, cancellationToken);
        Stop(old.Arn);
        Start(schedule);
        return new JsonObject { ["ScheduleArn"] = schedule.Arn };
    }

    private JsonObject Delete(AwsRequest request)
    {
        Stop(Find(request).Arn);
        return [];
    }

    private Schedule Find(AwsRequest request)
    {
        var arn = ArnOf(request);
        Demand(request, arn);
        return _schedules.TryGetValue(arn, out var found)
            ? found.Schedule
            : throw NotFound($"Schedule {request.Input.Required("Name")} does not exist.");
    }

    private void Start(Schedule schedule)
    {
        var running = new RunningSchedule(schedule, CancellationTokenSource.CreateLinkedTokenSource(_context.Stopping));
        _schedules[schedule.Arn] = running;
        if (schedule.Enabled)
        {
            _ = _runner.TickAsync(schedule, running.Stop.Token);
        }
    }

    private void Stop(string arn)
    {
        if (_schedules.TryRemove(arn, out var running))
        {
            running.Dispose();
        }
    }

    private JsonObject CreateGroup(AwsRequest request)
    {
        var group = new ScheduleGroup(request.Input.Required("Name"), _context.Clock.Now);
        Demand(request, group.Arn);
        return _groups.TryAdd(group.Name, group)
            ? new JsonObject { ["ScheduleGroupArn"] = group.Arn }
            : throw new AwsException("ConflictException", $"Schedule group {group.Name} already exists.", 409);
    }

    // AWS deletes a group's schedules with it.
    private JsonObject DeleteGroup(AwsRequest request)
    {
        var group = FindGroup(request);
        if (group.Name is ScheduleGroup.DefaultName)
        {
            throw new AwsException("ValidationException", "The default schedule group cannot be deleted.");
        }

        _groups.TryRemove(group.Name, out _);
        foreach (
            var running in _schedules.Values.Where(running =>
                string.Equals(running.Schedule.GroupName, group.Name, StringComparison.Ordinal)
            )
        )
        {
            Stop(running.Schedule.Arn);
        }

        return [];
    }

    private ScheduleGroup FindGroup(AwsRequest request)
    {
        var name = request.Input.Required("Name");
        Demand(request, ScheduleGroup.ArnOf(name));
        return _groups.TryGetValue(name, out var group)
            ? group
            : throw NotFound($"Schedule group {name} does not exist.");
    }

    private void Demand(AwsRequest request, string arn) =>
        _context.Authorizer.Demand(request.Caller, $"scheduler:{request.Operation}", arn);

    private static string ArnOf(AwsRequest request) =>
        Schedule.ArnOf(ScheduleReader.GroupName(request.Input), request.Input.Required("Name"));

    private static AwsException NotFound(string message) => new("ResourceNotFoundException", message, 404);
}
