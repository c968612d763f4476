using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.Lambda;

public sealed class InvocationTests
{
    private const string Echo = """while true; do next; respond response "$EVENT"; done""";

    [Fact]
    public async Task A_function_answers_what_its_process_responds()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Echo", Echo);

        var output = await stage.InvokeAsync("Echo", """{"a":1}""");

        output["Payload"]!.ToString().ShouldBe("""{"a":1}""");
        output.ContainsKey("FunctionError").ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_is_reused_for_the_next_invocation()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Pid", """while true; do next; respond response "$$"; done""");

        var first = await stage.InvokeAsync("Pid");
        var second = await stage.InvokeAsync("Pid");

        second["Payload"]!.ToString().ShouldBe(first["Payload"]!.ToString());
    }

    [Fact]
    public async Task Concurrent_invocations_have_a_process_each()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Pid", """while true; do next; sleep 1; respond response "$$"; done""");

        var outputs = await Task.WhenAll(stage.InvokeAsync("Pid"), stage.InvokeAsync("Pid"));

        outputs[0]["Payload"]!.ToString().ShouldNotBe(outputs[1]["Payload"]!.ToString());
    }

    [Fact]
    public async Task A_process_knows_its_function_its_role_and_nothing_of_the_machine()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync(
            "Env",
            """while true; do next; respond response "\"$AWS_LAMBDA_FUNCTION_NAME $AWS_ACCESS_KEY_ID $COLOUR $SHAPE ${UNASKED-unset} $(env | grep -c DOTNET_CLI)\""; done""",
            new JsonObject
            {
                ["Environment"] = new JsonObject
                {
                    ["Variables"] = new JsonObject { ["COLOUR"] = "blue", ["SHAPE"] = "round" },
                },
            }
        );

        var output = await stage.InvokeAsync("Env");

        output["Payload"]!.ToString().ShouldBe("\"Env ASIA1 red round unset 0\"");
    }

    [Fact]
    public async Task An_invocation_past_its_deadline_is_answered_and_its_process_killed()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync(
            "Slow",
            """while true; do next; echo $$; sleep 600; done""",
            new JsonObject { ["Timeout"] = 1 }
        );

        var output = await stage.InvokeAsync("Slow");

        output["FunctionError"]!.ToString().ShouldBe("Unhandled");
        output["Payload"]!.ToString().ShouldContain("Task timed out after 1.00 seconds");
    }

    [Fact]
    public async Task A_process_that_ends_in_init_answers_with_its_exit_status()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Crash", "exit 7");

        var output = await stage.InvokeAsync("Crash");

        output["Payload"]!.ToString().ShouldContain("\"errorType\":\"Runtime.ExitError\"");
        output["Payload"]!.ToString().ShouldContain("Runtime exited with error: exit status 7");
    }

    [Fact]
    public async Task A_process_that_ended_between_invocations_is_started_anew()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Once", """next; respond response "\"$EVENT\""; exit 1""");
        await stage.InvokeAsync("Once", "1");

        var output = await stage.InvokeAsync("Once", "2");

        output["Payload"]!.ToString().ShouldBe("\"2\"");
    }

    [Fact]
    public async Task What_a_process_writes_is_in_the_functions_log()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Talk", """while true; do next; echo hello; respond response 1; done""");
        await stage.InvokeAsync("Talk");

        var put = await Eventually.GetAsync(() =>
            stage.Doubles["logs"].Requests.FirstOrDefault(request => request.Operation is "PutLogEvents")
        );

        put.Input["logGroupName"]!.ToString().ShouldBe("/aws/lambda/Talk");
        put.Input["logEvents"]![0]!["message"]!.ToString().ShouldBe("hello");
        put.Caller.ShouldBe(new Principal.Role("a-role", "Talk"));
    }

    [Fact]
    public async Task An_asynchronous_invocation_that_fails_is_tried_three_times()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Bad", """while true; do next; echo try; respond error "{}"; done""");

        var output = await stage.InvokeAsync("Bad", type: "Event");

        output["StatusCode"]!.GetValue<int>().ShouldBe(202);
        await Eventually.HoldsAsync(() =>
            stage
                .Doubles["logs"]
                .Requests.Where(request => request.Operation is "PutLogEvents")
                .Sum(request => request.Input["logEvents"]!.AsArray().Count) == 3
        );
    }

    [Fact]
    public async Task A_function_without_an_executable_is_refused_with_the_paths_that_were_tried()
    {
        await using var stage = await Stage.StartAsync();
        var input = JsonNode
            .Parse(
                """{"FunctionName":"f","Role":"r","Runtime":"provided.al2023","Handler":"h","Code":{"S3Key":"x/Nowhere.zip"}}"""
            )!
            .AsObject();

        var refused = await Should.ThrowAsync<AwsException>(() => stage.CallAsync("lambda", "CreateFunction", input));

        refused.Message.ShouldContain(Path.Combine("Nowhere", "release", "Nowhere"));
    }

    [Fact]
    public async Task Over_HTTP_a_failed_function_is_told_by_a_header()
    {
        await using var stage = await Stage.StartAsync();
        await stage.CreateFunctionAsync("Bad", """while true; do next; respond error '{"errorType":"Oops"}'; done""");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(stage.Context.Endpoint, "/2015-03-31/functions/Bad/invocations")
        );
        request.Content = new StringContent("{}", Encoding.UTF8);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0"
        );

        using var response = await http.SendAsync(request, Stage.Token);

        response.Headers.GetValues("X-Amz-Function-Error").ShouldBe(["Unhandled"]);
        (await response.Content.ReadAsStringAsync(Stage.Token)).ShouldBe("""{"errorType":"Oops"}""");
    }
}
