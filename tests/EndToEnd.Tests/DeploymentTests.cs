using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.EndToEnd.Tests;

public sealed class DeploymentTests
{
    private const string Typo = """{"source": ["aws.ecs"], "detail": {"lastStatus": [{"prefx": "STOP"}]}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_pattern_rolls_the_stack_back_and_says_where_and_how_to_mend_it()
    {
        await using var sandbox = await StartAsync();
        var stack = new StackDeployment(sandbox, "typo");

        var status = await stack.CreateAsync(Template, await WithAsync(sandbox, ("EventPattern", Typo)), Cancellation);

        status.ShouldBe("ROLLBACK_COMPLETE");
        var failure = (await stack.FailuresAsync(Cancellation))[0];
        failure.LogicalId.ShouldBe("EventPatternCheck");
        failure.Reason.ShouldContain("EP0201");
        failure.Reason.ShouldContain("$.detail.lastStatus[0]");
        failure.Reason.ShouldContain("line 1, column 52");
        failure.Reason.ShouldContain("`prefx`");
        failure.Reason.ShouldContain("`prefix`");
    }

    [Fact]
    public async Task After_a_refused_pattern_the_next_deployment_succeeds()
    {
        await using var sandbox = await StartAsync();
        var refused = new StackDeployment(sandbox, "stack");
        await refused.CreateAsync(Template, await WithAsync(sandbox, ("EventPattern", Typo)), Cancellation);
        await refused.DeleteAsync(Cancellation);

        var status = await new StackDeployment(sandbox, "stack").CreateAsync(
            Template,
            await WithAsync(sandbox),
            Cancellation
        );

        status.ShouldBe("CREATE_COMPLETE");
    }

    [Fact]
    public async Task Two_stacks_live_side_by_side_and_both_can_be_deleted()
    {
        await using var sandbox = await StartAsync();
        var first = new StackDeployment(sandbox, "first");
        var second = new StackDeployment(sandbox, "second");

        (await first.CreateAsync(Template, await WithAsync(sandbox), Cancellation)).ShouldBe("CREATE_COMPLETE");
        (await second.CreateAsync(Template, await WithAsync(sandbox), Cancellation)).ShouldBe("CREATE_COMPLETE");

        (await first.DeleteAsync(Cancellation)).ShouldBe("DELETE_COMPLETE");
        (await second.DeleteAsync(Cancellation)).ShouldBe("DELETE_COMPLETE");
    }

    private static string Template => File.ReadAllText(Repository.Template.FullName);

    private static Task<Dictionary<string, string>> WithAsync(
        SandboxHost sandbox,
        params (string Name, string Value)[] parameters
    ) => Installation.ParametersAsync(sandbox, Template, Some.Arguments(parameters).Parameters, Cancellation);

    private static Task<SandboxHost> StartAsync() =>
        SandboxHost.StartAsync(Some.Arguments().ToOptions(), TimeProvider.System, Cancellation);
}
