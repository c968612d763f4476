namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>The life of the resource, as CloudFormation plays it: each request is answered, and none blocks the next.</summary>
public sealed class LifecycleTests
{
    private const string FirstId = "event-pattern/EventPatternCheck";

    [Fact]
    public async Task A_failed_create_is_deleted_by_the_id_it_was_given()
    {
        await using var function = await RunningFunction.StartAsync();

        var create = await AskAsync(function, "create-bad");
        var delete = await AskAsync(function, "delete-after-failed-create");

        create.Status.ShouldBe("FAILED");
        create.PhysicalResourceId.ShouldBe(FirstId);
        delete.Status.ShouldBe("SUCCESS");
        delete.PhysicalResourceId.ShouldBe(create.PhysicalResourceId);
    }

    [Fact]
    public async Task A_refused_update_is_rolled_back_without_a_replacement()
    {
        await using var function = await RunningFunction.StartAsync();

        var create = await AskAsync(function, "create");
        var update = await AskAsync(function, "update-bad");
        var rollback = await AskAsync(function, "rollback");

        create.PhysicalResourceId.ShouldBe(FirstId);
        update.Status.ShouldBe("FAILED");
        update.PhysicalResourceId.ShouldBe(FirstId);
        rollback.Status.ShouldBe("SUCCESS");
        rollback.PhysicalResourceId.ShouldBe(FirstId);
    }

    [Fact]
    public async Task A_replacement_gets_an_id_of_its_own_and_the_old_one_is_deleted_by_its()
    {
        await using var function = await RunningFunction.StartAsync();

        var create = await AskAsync(function, "replacement-create");
        var delete = await AskAsync(function, "replacement-delete");

        create.PhysicalResourceId.ShouldNotBe(FirstId);
        delete.PhysicalResourceId.ShouldBe(FirstId);
        delete.Status.ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update-bad")]
    [InlineData("rollback")]
    [InlineData("delete-after-failed-create")]
    public async Task A_request_delivered_twice_is_answered_twice_alike(string name)
    {
        await using var function = await RunningFunction.StartAsync();

        var first = await AskAsync(function, name);
        var second = await AskAsync(function, name);

        second.Bytes.ShouldBe(first.Bytes);
    }

    private static async Task<ReceivedResponse> AskAsync(RunningFunction function, string name)
    {
        function.Aws.EventBridge = name is "create-bad" or "update-bad"
            ? AwsAnswer.Refused("Event pattern is not valid. Reason: Unrecognized match type prefx")
            : AwsAnswer.Accepted;
        function.Aws.Responses.Clear();
        return await function.AskAsync(Recorded.Request(name, function.Aws.ResponseUrl));
    }
}
