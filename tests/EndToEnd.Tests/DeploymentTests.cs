using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.EndToEnd.Tests;

public sealed class DeploymentTests
{
    private const string Typo = """{"source": ["aws.ecs"], "detail": {"lastStatus": [{"prefx": "STOP"}]}}""";

    private const string Misspelt = """{"source": ["aws.ecs"], "detail": {"lastStatus": ["STOPED"]}}""";

    private const string AllTasks = """{"source": ["aws.ecs"], "detail-type": ["ECS Task State Change"]}""";

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
    public async Task An_update_to_a_bad_pattern_leaves_the_old_rule_running()
    {
        await using var sandbox = await StartAsync();
        var stack = new StackDeployment(sandbox, "stack");
        await stack.CreateAsync(Template, await WithAsync(sandbox), Cancellation);
        var before = await RuleAsync(sandbox, stack);

        var refused = await stack.UpdateAsync(Template, await WithAsync(sandbox, ("EventPattern", Typo)), Cancellation);
        var between = await RuleAsync(sandbox, stack);
        var mended = await stack.UpdateAsync(
            Template,
            await WithAsync(sandbox, ("EventPattern", AllTasks)),
            Cancellation
        );

        refused.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
        (await stack.FailuresAsync(Cancellation))[0].Reason.ShouldContain("EP0201");
        between["EventPattern"]!.GetValue<string>().ShouldBe(before["EventPattern"]!.GetValue<string>());
        between["State"]!.GetValue<string>().ShouldBe("ENABLED");
        mended.ShouldBe("UPDATE_COMPLETE");
        (await RuleAsync(sandbox, stack))["EventPattern"]!.GetValue<string>().ShouldBe(AllTasks);
        (await stack.DeleteAsync(Cancellation)).ShouldBe("DELETE_COMPLETE");
    }

    [Fact]
    public async Task What_a_pattern_is_warned_of_is_in_the_outputs()
    {
        await using var sandbox = await StartAsync();
        var stack = new StackDeployment(sandbox, "stack");
        var misspelt = await WithAsync(sandbox, ("EventPattern", Misspelt), ("PatternStrictness", "Lenient"));

        await stack.CreateAsync(Template, misspelt, Cancellation);
        var warned = (await stack.OutputsAsync(Cancellation))["EventPatternWarnings"];
        await stack.UpdateAsync(Template, await WithAsync(sandbox), Cancellation);
        var mended = (await stack.OutputsAsync(Cancellation))["EventPatternWarnings"];

        warned.ShouldContain("EP0405");
        warned.ShouldContain("did you mean `STOPPED`?");
        mended.ShouldBe("Warnings of the pattern check, none if nothing follows: ");
    }

    [Fact]
    public async Task A_validator_that_never_answers_fails_the_stack_and_delete_ends()
    {
        await using var sandbox = await StartAsync();
        var stack = new StackDeployment(sandbox, "stack");
        var template = Template
            .Replace("ServiceTimeout: 300", "ServiceTimeout: 5", StringComparison.Ordinal)
            .Replace("Timeout: 30\n", "Timeout: 1\n", StringComparison.Ordinal);
        template.ShouldContain("Timeout: 1\n");

        var status = await stack.CreateAsync(template, await WithAsync(sandbox), Cancellation);

        status.ShouldBe("ROLLBACK_COMPLETE");
        (await stack.DeleteAsync(Cancellation)).ShouldBe("DELETE_COMPLETE");
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

    private static async Task<JsonObject> RuleAsync(SandboxHost sandbox, StackDeployment stack) =>
        await sandbox.Context.Aws.CallAsync(
            new Principal.Administrator(),
            "events",
            "DescribeRule",
            new JsonObject { ["Name"] = (await stack.OutputsAsync(Cancellation))["EventBridgeRuleName"] },
            Cancellation
        );

    private static string Template => File.ReadAllText(Repository.Template.FullName);

    private static Task<Dictionary<string, string>> WithAsync(
        SandboxHost sandbox,
        params (string Name, string Value)[] parameters
    ) => Installation.ParametersAsync(sandbox, Template, Some.Arguments(parameters).Parameters, Cancellation);

    private static Task<SandboxHost> StartAsync() =>
        SandboxHost.StartAsync(Some.Arguments().ToOptions(), TimeProvider.System, Cancellation);
}
