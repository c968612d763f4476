using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.Logs;

public sealed class LogsServiceTests
{
    private const string Group = """{"logGroupName":"g"}""";

    [Fact]
    public async Task Lines_are_read_in_order_of_time_and_found_by_a_term()
    {
        await using var sandbox = await WithStreamAsync();
        await PutAsync(sandbox, """[{"timestamp":20,"message":"an error"},{"timestamp":30,"message":"done"}]""");
        await PutAsync(sandbox, """[{"timestamp":10,"message":"start"}]""");

        var read = await sandbox.JsonAsync(
            "logs",
            "Logs_20140328.GetLogEvents",
            """{"logGroupName":"g","logStreamName":"s"}"""
        );
        var found = await sandbox.CallAsync(
            "logs",
            "FilterLogEvents",
            """{"logGroupName":"g","filterPattern":"\"error\"","startTime":20}"""
        );

        var lines = (await read.JsonAsync())["events"]!.AsArray();
        lines.Select(line => line!["message"]!.GetValue<string>()).ShouldBe(["start", "an error", "done"]);
        found["events"]!.AsArray().ShouldHaveSingleItem()!["timestamp"]!.GetValue<long>().ShouldBe(20);
    }

    [Fact]
    public async Task Lines_out_of_order_are_refused()
    {
        await using var sandbox = await WithStreamAsync();

        var error = await Should.ThrowAsync<AwsException>(() =>
            PutAsync(sandbox, """[{"timestamp":2,"message":"b"},{"timestamp":1,"message":"a"}]""")
        );

        error.Code.ShouldBe("InvalidParameterException");
        error.Message.ShouldBe("Log events in a single PutLogEvents request must be in chronological order.");
    }

    [Fact]
    public async Task A_groups_retention_is_set_and_taken_back()
    {
        await using var sandbox = await WithStreamAsync();

        await sandbox.CallAsync("logs", "PutRetentionPolicy", """{"logGroupName":"g","retentionInDays":30}""");
        var with = await sandbox.CallAsync("logs", "DescribeLogGroups", "{}");
        await sandbox.CallAsync("logs", "DeleteRetentionPolicy", Group);
        var without = await sandbox.CallAsync("logs", "DescribeLogGroups", "{}");

        with["logGroups"]![0]!["retentionInDays"]!.GetValue<int>().ShouldBe(30);
        without["logGroups"]![0]!["retentionInDays"].ShouldBeNull();
    }

    [Theory]
    [InlineData("CreateLogGroup", Group, "ResourceAlreadyExistsException", "The specified log group already exists")]
    [InlineData(
        "CreateLogStream",
        """{"logGroupName":"g","logStreamName":"s"}""",
        "ResourceAlreadyExistsException",
        "The specified log stream already exists"
    )]
    [InlineData(
        "DeleteLogGroup",
        """{"logGroupName":"none"}""",
        "ResourceNotFoundException",
        "The specified log group does not exist."
    )]
    [InlineData(
        "GetLogEvents",
        """{"logGroupName":"g","logStreamName":"none"}""",
        "ResourceNotFoundException",
        "The specified log stream does not exist."
    )]
    [InlineData(
        "PutRetentionPolicy",
        """{"logGroupName":"g","retentionInDays":2}""",
        "InvalidParameterException",
        "1 validation error detected: 2 is no retentionInDays"
    )]
    public async Task A_mistake_is_answered_with_a_code_and_a_message(
        string operation,
        string input,
        string code,
        string message
    )
    {
        await using var sandbox = await WithStreamAsync();

        var error = await Should.ThrowAsync<AwsException>(() => sandbox.CallAsync("logs", operation, input));

        error.Code.ShouldBe(code);
        error.Message.ShouldBe(message);
    }

    [Fact]
    public async Task A_service_writes_where_a_resource_policy_lets_it()
    {
        await using var sandbox = await WithStreamAsync();
        var service = new Principal.Service("delivery.logs.amazonaws.com");
        const string Lines = """{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1,"message":"a"}]}""";
        var refused = () => sandbox.CallAsync("logs", "PutLogEvents", Lines, service);
        await Should.ThrowAsync<AwsException>(refused);

        await sandbox.CallAsync(
            "logs",
            "PutResourcePolicy",
            """
            {"policyName":"p","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"delivery.logs.amazonaws.com\"},\"Action\":\"logs:PutLogEvents\",\"Resource\":\"arn:aws:logs:*:*:log-group:g:*\"}}"}
            """
        );

        (await sandbox.CallAsync("logs", "PutLogEvents", Lines, service)).Count.ShouldBe(0);
    }

    private static async Task<RunningSandbox> WithStreamAsync()
    {
        var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync("logs", "CreateLogGroup", Group);
        await sandbox.CallAsync("logs", "CreateLogStream", """{"logGroupName":"g","logStreamName":"s"}""");
        return sandbox;
    }

    private static Task<JsonObject> PutAsync(RunningSandbox sandbox, string events) =>
        sandbox.CallAsync(
            "logs",
            "PutLogEvents",
            $$"""{"logGroupName":"g","logStreamName":"s","logEvents":{{events}}}"""
        );
}
