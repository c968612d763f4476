using System.Net;
using System.Text.Json.Nodes;

namespace Firetiger.Page.Tests;

/// <summary>What the page refuses, and the commands that <c>serve</c> prints.</summary>
/// <param name="sandbox">Shared by all tests.</param>
public sealed class GuardTests(OpenPage sandbox)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_that_a_web_site_points_at_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Address, "page/state"));
        request.Headers.Host = "rebound.example.com";

        await ShouldBeRefusedAsync(request, "127.0.0.1 and localhost only");
    }

    [Fact]
    public async Task A_change_without_the_header_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Address, "page/endpoint/down"));

        await ShouldBeRefusedAsync(request, "X-Sandbox");
    }

    [Fact]
    public async Task A_change_from_another_origin_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Address, "page/endpoint/down"));
        request.Headers.Add("X-Sandbox", "1");
        request.Headers.Add("Origin", "https://example.com");

        await ShouldBeRefusedAsync(request, "own page");
    }

    [Fact]
    public async Task The_commands_that_serve_prints_are_those_of_the_README_and_work()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), Cancellation);

        Paths(sandbox.Output).ShouldBe(["page/samples", "page/endpoint/401"]);
        Paths(readme).ShouldBe(Paths(sandbox.Output));
        (await PostAsync("page/endpoint/429")).ShouldContain("answering 429");
        (await PostAsync("page/endpoint/healthy")).ShouldContain("healthy");
        (await PostAsync("page/samples")).ShouldContain("Sent 21 sample events.");
        (await PostAsync("page/endpoint/odd")).ShouldContain("it cannot be 'odd'");
    }

    private static IEnumerable<string> Paths(string text) =>
        text.Split('\n')
            .Where(line => line.TrimStart().StartsWith("curl -H X-Sandbox:1 ", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf("page/", StringComparison.Ordinal)..].Split((char[])[' ', '"'])[0]);

    private static async Task ShouldBeRefusedAsync(HttpRequestMessage request, string because)
    {
        using var response = await Http.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        Message(await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain(because);
    }

    private async Task<string> PostAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Address, path));
        request.Headers.Add("X-Sandbox", "1");
        using var response = await Http.SendAsync(request, Cancellation);
        return Message(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static string Message(string answer) => JsonNode.Parse(answer)!["message"]!.GetValue<string>();
}
