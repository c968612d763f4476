using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Lambda;

namespace Firetiger.Sandbox.Tests.CloudFormation;

public sealed class StackTests
{
    private const string TwoQueues = """
        Resources:
          Second: {Type: AWS::SQS::Queue, Properties: {QueueName: two}, DependsOn: First}
          First: {Type: AWS::SQS::Queue, Properties: {QueueName: one, VisibilityTimeout: 60}}
        Outputs:
          Url: {Value: !Ref First}
          Arn: {Value: !GetAtt First.Arn}
        """;

    [Fact]
    public async Task Resources_are_made_in_the_order_of_their_dependencies()
    {
        await using var stage = await Stage.StartAsync(StackStage.Sqs());

        var stack = await stage.CreateAsync(TwoQueues);

        stack["StackStatus"]!.ToString().ShouldBe("CREATE_COMPLETE");
        (await stage.HistoryAsync()).ShouldBe([
            "s CREATE_IN_PROGRESS",
            "First CREATE_IN_PROGRESS",
            "First CREATE_COMPLETE",
            "Second CREATE_IN_PROGRESS",
            "Second CREATE_COMPLETE",
            "s CREATE_COMPLETE",
        ]);
    }

    [Fact]
    public async Task Outputs_have_what_Ref_and_GetAtt_give()
    {
        await using var stage = await Stage.StartAsync(StackStage.Sqs());

        var stack = await stage.CreateAsync(TwoQueues);

        stack["Outputs"]!
            .AsArray()
            .Select(output => $"{output!["OutputKey"]}={output["OutputValue"]}")
            .ShouldBe(["Url=http://sqs/one", "Arn=arn:aws:sqs:us-east-1:123456789012:one"]);
    }

    [Theory]
    [InlineData(
        "AWS::Logs::ResourcePolicy, Properties: {PolicyName: p, PolicyDocument: {Version: x}}",
        "PolicyDocument"
    )]
    [InlineData("AWS::CloudWatch::Dashboard, Properties: {DashboardBody: {widgets: []}}", "DashboardBody")]
    public async Task JSON_that_must_be_text_is_not_taken_as_an_object(string resource, string property)
    {
        await using var stage = await Stage.StartAsync(new RecordedService("monitoring"));

        var stack = await stage.CreateAsync($"Resources: {{A: {{Type: {resource}}}}}");

        stack["StackStatus"]!.ToString().ShouldBe("ROLLBACK_COMPLETE");
        (await stage.EventsAsync()).ShouldContain(one =>
            $"{one["ResourceStatusReason"]}".Contains($"{property} must be of type String")
        );
    }

    [Fact]
    public async Task A_secret_is_put_in_when_a_resource_is_made_and_not_before()
    {
        var sqs = StackStage.Sqs();
        var secrets = new RecordedService(
            "secretsmanager",
            _ => Task.FromResult(new JsonObject { ["SecretString"] = """{"name":"from-a-secret"}""" })
        );
        await using var stage = await Stage.StartAsync(sqs, secrets);

        await stage.CreateAsync(
            "Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: '{{resolve:secretsmanager:s:SecretString:name::v}}'}}}"
        );

        var asked = secrets.Requests.ShouldHaveSingleItem().Input;
        asked["SecretId"]!.ToString().ShouldBe("s");
        asked["VersionId"]!.ToString().ShouldBe("v");
        sqs.Requests[^1].Input["QueueName"]!.ToString().ShouldBe("from-a-secret");
    }

    [Fact]
    public async Task A_dynamic_reference_that_the_sandbox_does_not_know_fails_the_resource()
    {
        await using var stage = await Stage.StartAsync(StackStage.Sqs());

        await stage.CreateAsync(
            "Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: '{{resolve:ssm:name}}'}}}"
        );

        (await stage.EventsAsync()).ShouldContain(one =>
            $"{one["ResourceStatusReason"]}".Contains("{{resolve:ssm:name}}")
        );
    }

    [Fact]
    public async Task A_name_that_the_template_does_not_give_is_made_of_stack_and_logical_id()
    {
        var sqs = StackStage.Sqs();
        await using var stage = await Stage.StartAsync(sqs);

        await stage.CreateAsync("Resources: {Events: {Type: AWS::SQS::Queue}}");

        sqs.Requests[^1].Input["QueueName"]!.ToString().ShouldMatch("^s-Events-[0-9A-F]{12}$");
    }

    [Fact]
    public async Task A_resource_that_fails_takes_the_others_with_it()
    {
        await using var stage = await Stage.StartAsync(StackStage.Sqs());

        var stack = await stage.CreateAsync(
            """
            Resources:
              Kept: {Type: AWS::SQS::Queue, Properties: {QueueName: kept}, DeletionPolicy: Retain}
              Gone: {Type: AWS::SQS::Queue, Properties: {QueueName: gone}, DeletionPolicy: RetainExceptOnCreate}
              Bad: {Type: AWS::SQS::Queue, Properties: {QueueName: bad}, DependsOn: [Kept, Gone]}
            """
        );

        stack["StackStatus"]!.ToString().ShouldBe("ROLLBACK_COMPLETE");
        var history = await stage.HistoryAsync();
        history.ShouldContain("Gone DELETE_COMPLETE");
        history.ShouldContain("Kept DELETE_SKIPPED");
        var reason = (await stage.EventsAsync()).First(one => $"{one["ResourceStatus"]}" is "CREATE_FAILED");
        reason["ResourceStatusReason"]!.ToString().ShouldContain("No such luck");
    }

    [Fact]
    public async Task A_change_in_place_calls_the_service_once()
    {
        var sqs = StackStage.Sqs();
        await using var stage = await Stage.StartAsync(sqs);
        await stage.CreateAsync(TwoQueues);

        var stack = await stage.UpdateAsync(TwoQueues.Replace("60", "90", StringComparison.Ordinal));

        stack["StackStatus"]!.ToString().ShouldBe("UPDATE_COMPLETE");
        sqs.Operations.Where(IsChange).ShouldBe(["CreateQueue", "CreateQueue", "SetQueueAttributes"]);
        sqs.Requests[^1].Input["Attributes"]!["VisibilityTimeout"]!.ToString().ShouldBe("90");
    }

    [Fact]
    public async Task A_change_of_the_name_makes_a_new_resource_before_the_old_one_goes()
    {
        var sqs = StackStage.Sqs();
        await using var stage = await Stage.StartAsync(sqs);
        await stage.CreateAsync(TwoQueues);

        await stage.UpdateAsync(TwoQueues.Replace("two", "three", StringComparison.Ordinal));

        sqs.Requests.Where(request => IsChange(request.Operation))
            .Skip(2)
            .Select(request => $"{request.Operation} {request.Input["QueueName"] ?? request.Input["QueueUrl"]}")
            .ShouldBe(["CreateQueue three", "DeleteQueue http://sqs/two"]);
    }

    [Fact]
    public async Task A_failed_update_brings_back_the_old_properties_and_drops_what_it_made()
    {
        var sqs = StackStage.Sqs();
        await using var stage = await Stage.StartAsync(sqs);
        await stage.CreateAsync(TwoQueues);
        var wanted = TwoQueues
            .Replace("60", "90", StringComparison.Ordinal)
            .Replace("two", "three", StringComparison.Ordinal)
            .Replace(
                "Outputs:",
                "  Bad: {Type: AWS::SQS::Queue, Properties: {QueueName: bad}, DependsOn: Second}\nOutputs:",
                StringComparison.Ordinal
            );

        var stack = await stage.UpdateAsync(wanted);

        stack["StackStatus"]!.ToString().ShouldBe("UPDATE_ROLLBACK_COMPLETE");
        sqs.Requests.Where(request => IsChange(request.Operation))
            .Skip(2)
            .Select(request =>
                $"{request.Operation} {request.Input["QueueName"] ?? request.Input["QueueUrl"]} {request.Input["Attributes"]?["VisibilityTimeout"]}".TrimEnd()
            )
            .ShouldBe([
                "SetQueueAttributes http://sqs/one 90",
                "CreateQueue three",
                "CreateQueue bad",
                "SetQueueAttributes http://sqs/one 60",
                "DeleteQueue http://sqs/three",
            ]);
    }

    [Fact]
    public async Task A_deleted_stack_leaves_what_it_retains()
    {
        var sqs = StackStage.Sqs();
        await using var stage = await Stage.StartAsync(sqs);
        await stage.CreateAsync(
            TwoQueues.Replace(
                "{QueueName: two}",
                "{QueueName: two}, DeletionPolicy: RetainExceptOnCreate",
                StringComparison.Ordinal
            )
        );

        var stack = await stage.RunAsync("DeleteStack", null);

        stack["StackStatus"]!.ToString().ShouldBe("DELETE_COMPLETE");
        (await stage.HistoryAsync(stack["StackId"]!.ToString())).ShouldContain("Second DELETE_SKIPPED");
        sqs.Operations.Count(operation => operation is "DeleteQueue").ShouldBe(1);
        var gone = await Should.ThrowAsync<AwsException>(() => stage.DescribeAsync("s"));
        gone.Message.ShouldBe("Stack with id s does not exist");
    }

    [Theory]
    [InlineData(
        "Resources: {A: {Type: AWS::EC2::Instance}}",
        "ValidationError",
        "Unrecognized resource types: [AWS::EC2::Instance]"
    )]
    [InlineData(
        "Resources: {A: {Type: AWS::SQS::Queue, Properties: {Colour: red}}}",
        "ValidationError",
        "has no Colour"
    )]
    [InlineData(
        "{Resources: {A: {Type: AWS::SQS::Queue}}, Outputs: {a: b}}",
        "ValidationError",
        "[/Outputs/a] is not an object"
    )]
    [InlineData(
        "Resources: {A: {Type: AWS::SQS::Queue, Properties: p}}",
        "ValidationError",
        "[/Resources/A/Properties] is not an object"
    )]
    [InlineData(
        "Resources: {A: {Type: AWS::IAM::Role}}",
        "InsufficientCapabilitiesException",
        "Requires capabilities : [CAPABILITY_IAM]"
    )]
    [InlineData(
        "Resources: {A: {Type: AWS::IAM::Role, Properties: {RoleName: r}}}",
        "InsufficientCapabilitiesException",
        "Requires capabilities : [CAPABILITY_NAMED_IAM]"
    )]
    [InlineData(
        "{Transform: AWS::Serverless-2016-10-31, Resources: {A: {Type: AWS::SQS::Queue}}}",
        "InsufficientCapabilitiesException",
        "Requires capabilities : [CAPABILITY_AUTO_EXPAND]"
    )]
    [InlineData(
        "{Rules: {R: {Assertions: [{Assert: !Contains [[a], b], AssertDescription: b is not a}]}}, Resources: {A: {Type: AWS::SQS::Queue}}}",
        "ValidationError",
        "b is not a"
    )]
    public async Task A_stack_that_cannot_be_is_refused_at_once(string template, string code, string message)
    {
        await using var stage = await Stage.StartAsync(StackStage.Sqs());

        var refused = await Should.ThrowAsync<AwsException>(() => stage.CreateAsync(template));

        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(message);
    }

    [Fact]
    public async Task An_update_without_a_change_is_refused()
    {
        await using var stage = await Stage.StartAsync(StackStage.Sqs());
        await stage.CreateAsync(TwoQueues);

        var refused = await Should.ThrowAsync<AwsException>(() => stage.UpdateAsync(TwoQueues));

        refused.Message.ShouldBe("No updates are to be performed.");
    }

    [Fact]
    public async Task A_rule_that_is_there_already_fails_the_stack_and_stays()
    {
        var events = new RecordedService("events", _ => Task.FromResult(new JsonObject { ["Name"] = "taken" }));
        await using var stage = await Stage.StartAsync(events);

        var stack = await stage.CreateAsync(
            "Resources: {R: {Type: AWS::Events::Rule, Properties: {Name: taken, EventPattern: {source: [a]}}}}"
        );

        stack["StackStatus"]!.ToString().ShouldBe("ROLLBACK_COMPLETE");
        events.Operations.ShouldBe(["DescribeRule"]);
    }

    [Fact]
    public async Task A_half_made_role_is_rolled_back()
    {
        var iam = new RecordedService(
            "iam",
            request =>
                request.Operation is "AttachRolePolicy" or "DetachRolePolicy"
                    ? throw new AwsException("NoSuchEntity", "No such policy", 404)
                    : Task.FromResult(new JsonObject())
        );
        await using var stage = await Stage.StartAsync(iam);

        var stack = await stage.CreateAsync(
            "Resources: {R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}, ManagedPolicyArns: [none]}}}",
            "CAPABILITY_IAM"
        );

        stack["StackStatus"]!.ToString().ShouldBe("ROLLBACK_COMPLETE");
        iam.Operations[^1].ShouldBe("DeleteRole");
    }

    private static bool IsChange(string operation) => operation is not "GetQueueUrl";
}
