using System.Net;
using System.Text;
using Firetiger.Sandbox.Ingest;
using Firetiger.Sandbox.Tests.EventBridge;

namespace Firetiger.Sandbox.Tests.Ingest;

public sealed class IngestEndpointTests
{
    [Fact]
    public async Task Every_accepted_delivery_is_kept_in_order_with_its_duplicates()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        foreach (var id in new[] { "b", "a", "b" })
        {
            (await PostAsync(sandbox, $$"""{"id":"{{id}}"}""")).ShouldBe(HttpStatusCode.Accepted);
        }

        sandbox.Host.Ingest.Accepted.Select(delivery => delivery.Id).ShouldBe(["b", "a", "b"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task What_is_no_JSON_object_is_refused(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await PostAsync(sandbox, body)).ShouldBe(HttpStatusCode.BadRequest);

        sandbox.Host.Ingest.Accepted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tiger:right", HttpStatusCode.Accepted)]
    [InlineData("tiger:wrong", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Once_a_password_is_set_it_is_asked_for(string? credentials, HttpStatusCode expected)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        (sandbox.Host.Ingest.Username, sandbox.Host.Ingest.Password) = ("tiger", "right");

        (await PostAsync(sandbox, "{}", credentials: credentials)).ShouldBe(expected);
    }

    [Fact]
    public async Task It_answers_under_its_own_name_only()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await PostAsync(sandbox, "{}", host: "somewhere.test")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_status_is_answered_with_its_Retry_After()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503, RetryAfter: "30");

        (await PostAsync(sandbox, "{}")).ShouldBe(HttpStatusCode.ServiceUnavailable);

        sandbox.Host.Ingest.Behaviour.ToString().ShouldBe("answering 503 with Retry-After 30");
        sandbox.Host.Ingest.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_it_is_down_connections_are_cut()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Down();

        await Should.ThrowAsync<HttpRequestException>(() => PostAsync(sandbox, "{}"));
    }

    private static async Task<HttpStatusCode> PostAsync(
        RunningSandbox sandbox,
        string body,
        string host = IngestEndpoint.Host,
        string? credentials = null
    )
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Host.Endpoint, "/aws/events"))
        {
            Content = new StringContent(body),
        };
        request.Headers.Host = host;
        if (credentials is not null)
        {
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
