using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Tests.EventBridge;

namespace Firetiger.Sandbox.Tests.Scheduler;

public sealed class SchedulerRoutesTests
{
    [Fact]
    public async Task A_schedule_is_made_read_and_deleted_over_HTTP()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var role = new JsonObject
        {
            ["RoleName"] = "schedule",
            ["AssumeRolePolicyDocument"] = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"scheduler.amazonaws.com"}}]}
                """,
        };
        await sandbox.CallAsync("iam", "CreateRole", role.ToJsonString());

        var created = await SendAsync(sandbox, HttpMethod.Post, SchedulerStage.Definition("DISABLED", "rate(1 hour)"));
        var read = await SendAsync(sandbox, HttpMethod.Get);
        var deleted = await SendAsync(sandbox, HttpMethod.Delete);
        var gone = await SendAsync(sandbox, HttpMethod.Get);

        created.Body.ShouldContain("arn:aws:scheduler:us-east-1:123456789012:schedule/default/redrive");
        JsonNode.Parse(read.Body)!["State"]!.GetValue<string>().ShouldBe("DISABLED");
        deleted.Status.ShouldBe(HttpStatusCode.OK);
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        RunningSandbox sandbox,
        HttpMethod method,
        string? body = null
    )
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(
            method,
            new Uri(sandbox.Host.Endpoint, "/schedules/redrive?groupName=default")
        );
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/us-east-1/scheduler/aws4_request, SignedHeaders=host, Signature=0"
        );
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
