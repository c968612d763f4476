using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.AwsCli.Tests;

public sealed class AwsCliTests
{
    internal static readonly SandboxArguments Arguments = new()
    {
        Template = Repository.Template,
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal),
        Port = 0,
        Seed = 1,
        DeadLetterBody = DeadLetterBody.Matched,
        TimeScale = 60,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stack_is_created_described_and_deleted()
    {
        await using var sandbox = await StartAsync();
        await AwsCli.TypeAsync(
            sandbox,
            "cloudformation create-stack --stack-name cli --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND --template-body "
                + $"file://{Arguments.Template.FullName} --parameters ParameterKey=FiretigerEndpoint,ParameterValue=https://{IngestEndpoint.Host}"
        );
        await AwsCli.TypeAsync(sandbox, "cloudformation wait stack-create-complete --stack-name cli");

        var stack = (await AwsCli.TypeAsync(sandbox, "cloudformation describe-stacks --stack-name cli"))["Stacks"]![0]!;
        var rule = AwsCli.OutputOf(stack, "EventBridgeRuleName");
        (await AwsCli.TypeAsync(sandbox, $"events describe-rule --name {rule}"))["State"]!
            .GetValue<string>()
            .ShouldBe("ENABLED");
        await AwsCli.TypeAsync(sandbox, "cloudformation delete-stack --stack-name cli");
        await AwsCli.TypeAsync(sandbox, "cloudformation wait stack-delete-complete --stack-name cli");

        var (exitCode, _, error) = await AwsCli.TryAsync(sandbox, "events", "describe-rule", "--name", rule);
        exitCode.ShouldNotBe(0);
        error.ShouldContain("ResourceNotFoundException");
    }

    [Fact]
    public async Task A_refused_pattern_is_explained_in_the_stack_events()
    {
        await using var sandbox = await StartAsync();
        var stack = new StackDeployment(sandbox, "refused");
        var template = await File.ReadAllTextAsync(Arguments.Template.FullName, Cancellation);
        var pattern = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["EventPattern"] = """{"source": "aws.ecs"}""",
        };
        await stack.CreateAsync(
            template,
            await Installation.ParametersAsync(sandbox, template, pattern, Cancellation),
            Cancellation
        );

        var events = await AwsCli.TypeAsync(sandbox, "cloudformation describe-stack-events --stack-name refused");

        events["StackEvents"]!
            .AsArray()
            .ShouldContain(found => $"{found!["ResourceStatusReason"]}".Contains("$.source", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_is_sent_received_and_deleted()
    {
        await using var sandbox = await StartAsync();
        var url = $"{(await AwsCli.TypeAsync(sandbox, "sqs create-queue --queue-name work"))["QueueUrl"]}";
        await AwsCli.TypeAsync(sandbox, $"sqs send-message --queue-url {url} --message-body hello");

        var received = (
            await AwsCli.TypeAsync(sandbox, $"sqs receive-message --queue-url {url} --attribute-names All")
        )["Messages"]![0]!;
        await AwsCli.TypeAsync(
            sandbox,
            $"sqs delete-message --queue-url {url} --receipt-handle {received["ReceiptHandle"]}"
        );

        $"{received["Body"]}".ShouldBe("hello");
        var attributes = (
            await AwsCli.TypeAsync(sandbox, $"sqs get-queue-attributes --queue-url {url} --attribute-names All")
        )["Attributes"]!;
        $"{attributes["ApproximateNumberOfMessages"]}".ShouldBe("0");
        $"{attributes["ApproximateNumberOfMessagesNotVisible"]}".ShouldBe("0");
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_named_as_the_service_names_it()
    {
        await using var sandbox = await StartAsync();

        var (exitCode, _, error) = await AwsCli.TryAsync(sandbox, "sqs", "get-queue-url", "--queue-name", "nowhere");

        exitCode.ShouldNotBe(0);
        error.ShouldContain("NonExistentQueue");
    }

    [Fact]
    public async Task Put_events_refuses_the_source_of_aws_entry_by_entry()
    {
        await using var sandbox = await StartAsync();
        const string Entries =
            """[{"Source":"aws.ecs","DetailType":"t","Detail":"{}"},{"Source":"mine","DetailType":"t","Detail":"{}"}]""";

        var result = await AwsCli.RunAsync(sandbox, "events", "put-events", "--entries", Entries);

        result["FailedEntryCount"]!.GetValue<int>().ShouldBe(1);
        $"{result["Entries"]![0]!["ErrorCode"]}".ShouldBe("NotAuthorizedForSourceException");
        $"{result["Entries"]![1]!["EventId"]}".ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_metric_comes_back_as_it_was_put()
    {
        await using var sandbox = await StartAsync();
        var now = sandbox.Context.Clock.Now;
        await AwsCli.TypeAsync(
            sandbox,
            "cloudwatch put-metric-data --namespace Mine --metric-name Moved --value 3 --unit Count"
        );
        const string Query =
            """[{"Id":"m","MetricStat":{"Metric":{"Namespace":"Mine","MetricName":"Moved"},"Period":60,"Stat":"Sum"}}]""";

        var result = await AwsCli.RunAsync(
            sandbox,
            "cloudwatch",
            "get-metric-data",
            "--metric-data-queries",
            Query,
            "--start-time",
            $"{now.AddMinutes(-5):O}",
            "--end-time",
            $"{now.AddMinutes(5):O}"
        );

        result["MetricDataResults"]![0]!["Values"]!.AsArray().Sum(value => value!.GetValue<double>()).ShouldBe(3);
    }

    [Fact]
    public async Task The_redriver_is_invoked_by_hand()
    {
        await using var sandbox = await StartAsync();
        var installation = await Installation.DeployAsync(sandbox, Arguments, Cancellation);
        var answer = Path.GetTempFileName();

        var result = await AwsCli.TypeAsync(
            sandbox,
            $"lambda invoke --function-name {installation.Outputs["DlqRedriverFunctionName"]} {answer}"
        );

        result["StatusCode"]!.GetValue<int>().ShouldBe(200);
        result["FunctionError"].ShouldBeNull();
        JsonNode.Parse(await File.ReadAllTextAsync(answer, Cancellation))!["received"]!.GetValue<int>().ShouldBe(0);
    }

    private static Task<SandboxHost> StartAsync() =>
        SandboxHost.StartAsync(Arguments.ToOptions(), TimeProvider.System, Cancellation);
}
