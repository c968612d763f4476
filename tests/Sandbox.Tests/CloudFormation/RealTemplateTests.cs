using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Lambda;

namespace Firetiger.Sandbox.Tests.CloudFormation;

/// <summary>The template of this repository on the whole sandbox, with the functions as this build made them.</summary>
public sealed class RealTemplateTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task The_template_comes_up_and_goes_away(string keepsUndelivered)
    {
        await using var sandbox = await StartAsync();

        var created = await RunAsync(
            sandbox,
            "CreateStack",
            await TemplateAsync(),
            Parameter("EnableDeadLetterQueue", keepsUndelivered)
        );
        var deleted = await RunAsync(sandbox, "DeleteStack", null);

        created.ShouldBe("CREATE_COMPLETE");
        deleted.ShouldBe("DELETE_COMPLETE");
    }

    [Fact]
    public async Task A_pattern_that_cannot_be_rolls_the_stack_back_with_the_validators_reason()
    {
        await using var sandbox = await StartAsync();

        var created = await RunAsync(
            sandbox,
            "CreateStack",
            await TemplateAsync(),
            Parameter("EventPattern", """{"source":[{"prefx":"aws."}]}""")
        );

        created.ShouldStartWith("ROLLBACK_COMPLETE EventPatternCheck Received response status [FAILED]");
        created.ShouldContain("prefx");
    }

    private static Task<SandboxHost> StartAsync() =>
        SandboxHost.StartAsync(
            new SandboxOptions { FunctionsFolder = Path.Combine(Root(), "artifacts", "bin"), TimeScale = 100 },
            TimeProvider.System,
            Stage.Token
        );

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "FiretigerLambdas.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static Task<string> TemplateAsync() =>
        File.ReadAllTextAsync(Path.Combine(Root(), "template", "template.yaml"), Stage.Token);

    /// <summary>Runs an operation to its end.</summary>
    /// <returns>The stack's status, with the first failure if there was one.</returns>
    private static async Task<string> RunAsync(
        SandboxHost sandbox,
        string operation,
        string? template,
        params JsonObject[] parameters
    )
    {
        var stack = operation is "DeleteStack" ? (await DescribeAsync(sandbox, "s"))["StackId"]!.ToString() : "s";
        var input = new JsonObject
        {
            ["StackName"] = "s",
            ["TemplateBody"] = template,
            ["Parameters"] = new JsonArray([
                Parameter("FiretigerEndpoint", "https://ingest.example.com"),
                .. parameters,
            ]),
            ["Capabilities"] = new JsonArray("CAPABILITY_IAM"),
        };
        await CallAsync(sandbox, operation, input);
        while (
            $"{(await DescribeAsync(sandbox, stack))["StackStatus"]}".EndsWith("_IN_PROGRESS", StringComparison.Ordinal)
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stage.Token);
        }

        var events = await CallAsync(sandbox, "DescribeStackEvents", new JsonObject { ["StackName"] = stack });
        var failure = events["StackEvents"]!
            .AsArray()
            .LastOrDefault(one => $"{one!["ResourceStatus"]}".EndsWith("_FAILED", StringComparison.Ordinal));
        var status = (await DescribeAsync(sandbox, stack))["StackStatus"];
        return $"{status} {failure?["LogicalResourceId"]} {failure?["ResourceStatusReason"]}".Trim();
    }

    private static JsonObject Parameter(string name, string value) =>
        new() { ["ParameterKey"] = name, ["ParameterValue"] = value };

    private static async Task<JsonObject> DescribeAsync(SandboxHost sandbox, string stack)
    {
        var output = await CallAsync(sandbox, "DescribeStacks", new JsonObject { ["StackName"] = stack });
        return output["Stacks"]![0]!.AsObject();
    }

    private static Task<JsonObject> CallAsync(SandboxHost sandbox, string operation, JsonObject input) =>
        sandbox.Context.Aws.CallAsync(new Principal.Administrator(), "cloudformation", operation, input, Stage.Token);
}
