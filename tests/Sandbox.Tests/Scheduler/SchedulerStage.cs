using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Iam;
using Firetiger.Sandbox.Scheduler;
using Microsoft.Extensions.Time.Testing;

namespace Firetiger.Sandbox.Tests.Scheduler;

/// <summary>The scheduler with real roles, a recording Lambda, and a clock that moves when it is told to.</summary>
internal sealed class SchedulerStage : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SandboxContext _context;

    public SchedulerStage()
    {
        var identities = new Identities();
        _context = new SandboxContext
        {
            Options = new SandboxOptions { FunctionsFolder = AppContext.BaseDirectory },
            Clock = new SandboxClock(Time, scale: 1),
            Ids = new IdSource(1),
            Aws = new AwsDispatcher(),
            Identities = identities,
            Authorizer = new Authorizer(identities),
            Stopping = _stopping.Token,
        };
        Scheduler = new SchedulerService(_context);
        _context.Aws.Add(new IamService(_context));
        _context.Aws.Add(new StsService(_context));
        _context.Aws.Add(Lambda);
        _context.Aws.Add(Scheduler);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    public RecordingLambda Lambda { get; } = new();

    public SchedulerService Scheduler { get; }

    public Task<JsonObject> CallAsync(string operation, string input) => CallAsync("scheduler", operation, input);

    public Task CreateRoleAsync(string trustedService = "scheduler.amazonaws.com")
    {
        var role = new JsonObject
        {
            ["RoleName"] = "schedule",
            ["AssumeRolePolicyDocument"] = $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                 "Principal":{"Service":"{{trustedService}}"},
                 "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:scheduler:us-east-1:123456789012:schedule-group/*"} } }]}
                """,
        };
        return CallAsync("iam", "CreateRole", role.ToJsonString());
    }

    /// <summary>Makes a second schedule, enabled, whose ticks show that the time for the first one's has passed.</summary>
    public Task CreateWitnessAsync() =>
        CallAsync(
            "CreateSchedule",
            Definition("ENABLED", "rate(1 hour)")
                .Replace("\"redrive\"", "\"witness\"", StringComparison.Ordinal)
                .Replace("\"{}\"", "\"witness\"", StringComparison.Ordinal)
        );

    /// <summary>Counts the invocations by the schedule or by the witness.</summary>
    public int CallsWith(string payload) =>
        Lambda.Calls.Count(call =>
            string.Equals(call.Input["Payload"]!.GetValue<string>(), payload, StringComparison.Ordinal)
        );

    public Task<JsonObject> CreateScheduleAsync(string state = "ENABLED", string rate = "rate(5 minutes)") =>
        CallAsync("CreateSchedule", Definition(state, rate));

    public static string Definition(string state, string rate) =>
        $$"""
            {"Name":"redrive","ScheduleExpression":"{{rate}}","State":"{{state}}","FlexibleTimeWindow":{"Mode":"OFF"},
             "Target":{"Arn":"arn:aws:lambda:us-east-1:123456789012:function:f","RoleArn":"arn:aws:iam::123456789012:role/schedule","Input":"{}"} }
            """;

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private Task<JsonObject> CallAsync(string service, string operation, string input) =>
        _context.Aws.CallAsync(
            new Principal.Administrator(),
            service,
            operation,
            JsonNode.Parse(input)!.AsObject(),
            TestContext.Current.CancellationToken
        );
}
