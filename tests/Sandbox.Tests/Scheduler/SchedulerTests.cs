using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.Scheduler;

public sealed class SchedulerTests : IDisposable
{
    private readonly SchedulerStage _stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_tick_invokes_the_function_under_the_schedule_s_role()
    {
        await _stage.CreateRoleAsync();
        await _stage.CreateScheduleAsync();

        await TickAsync(calls: 1);
        await TickAsync(calls: 2);

        var call = _stage.Lambda.Calls[0];
        call.Operation.ShouldBe("Invoke");
        call.Caller.ShouldBeOfType<Principal.Role>().RoleName.ShouldBe("schedule");
        call.Input["FunctionName"]!.GetValue<string>().ShouldBe("arn:aws:lambda:us-east-1:123456789012:function:f");
        call.Input["InvocationType"]!.GetValue<string>().ShouldBe("Event");
        call.Input["Payload"]!.GetValue<string>().ShouldBe("{}");
    }

    [Fact]
    public async Task A_disabled_schedule_runs_only_when_asked()
    {
        await _stage.CreateRoleAsync();
        await _stage.CreateScheduleAsync(state: "DISABLED");
        await _stage.CreateWitnessAsync();
        await TickAsync(calls: 2, "witness");

        await _stage.Scheduler.RunNowAsync("redrive", Cancellation);

        _stage.CallsWith("{}").ShouldBe(1);
    }

    [Fact]
    public async Task An_update_to_disabled_stops_the_ticks()
    {
        await _stage.CreateRoleAsync();
        await _stage.CreateScheduleAsync();
        await TickAsync(calls: 1);

        await _stage.CallAsync("UpdateSchedule", SchedulerStage.Definition("DISABLED", "rate(1 hours)"));
        await _stage.CreateWitnessAsync();
        var before = _stage.CallsWith("{}");
        await TickAsync(calls: 3, "witness");

        _stage.CallsWith("{}").ShouldBe(before);
        var schedule = await _stage.CallAsync("GetSchedule", """{"Name":"redrive"}""");
        schedule["State"]!.GetValue<string>().ShouldBe("DISABLED");
        schedule["ScheduleExpression"]!.GetValue<string>().ShouldBe("rate(1 hours)");
    }

    [Fact]
    public async Task A_role_that_does_not_trust_the_scheduler_is_refused()
    {
        await _stage.CreateRoleAsync(trustedService: "events.amazonaws.com");

        var error = await Should.ThrowAsync<AwsException>(() => _stage.CreateScheduleAsync());

        error.Code.ShouldBe("ValidationException");
        error.Message.ShouldContain("must allow AWS EventBridge Scheduler to assume the role");
    }

    [Theory]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 days)")]
    [InlineData("cron(0 12 * * ? *)")]
    [InlineData("rate(5 minutes) ")]
    public async Task Such_an_expression_is_refused(string expression)
    {
        await _stage.CreateRoleAsync();

        var error = await Should.ThrowAsync<AwsException>(() => _stage.CreateScheduleAsync(rate: expression));

        error.Message.ShouldStartWith("Invalid Schedule Expression");
    }

    [Fact]
    public async Task A_group_takes_its_schedules_with_it()
    {
        await _stage.CreateRoleAsync();
        await _stage.CallAsync("CreateScheduleGroup", """{"Name":"g"}""");
        var inGroup = SchedulerStage
            .Definition("ENABLED", "rate(1 hour)")
            .Replace("{\"Name\"", "{\"GroupName\":\"g\",\"Name\"", StringComparison.Ordinal);
        await _stage.CallAsync("CreateSchedule", inGroup);

        await _stage.CallAsync("DeleteScheduleGroup", """{"Name":"g"}""");

        var error = await Should.ThrowAsync<AwsException>(() =>
            _stage.CallAsync("GetSchedule", """{"Name":"redrive","GroupName":"g"}""")
        );
        error.Code.ShouldBe("ResourceNotFoundException");
    }

    public void Dispose() => _stage.Dispose();

    /// <summary>Moves the clock tick by tick until Lambda has had so many calls.</summary>
    private async Task TickAsync(int calls, string payload = "{}")
    {
        var patience = 1000;
        while (_stage.CallsWith(payload) < calls)
        {
            patience--.ShouldBePositive();
            _stage.Time.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
