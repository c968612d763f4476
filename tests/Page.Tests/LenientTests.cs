using System.Text.Json.Nodes;

namespace Firetiger.Page.Tests;

/// <summary>The page of a stack whose PatternStrictness is Lenient.</summary>
public sealed class LenientTests
{
    private const string Misspelt = """{"source": ["aws.ecs"], "detail": {"lastStatus": ["STOPED"]}}""";

    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_pattern_is_judged_as_leniently_as_the_stack_judges_it()
    {
        await using var sandbox = new Served();
        await sandbox.StartAsync("--parameter", "PatternStrictness=Lenient");

        var check = await PostAsync(sandbox, "check", new JsonObject { ["pattern"] = Misspelt }.ToJsonString());
        var reason = await PostAsync(sandbox, "reason", Misspelt);
        var redeployed = await PostAsync(sandbox, "pattern", Misspelt);

        check["findings"]!.AsArray().ShouldHaveSingleItem()!["severity"]!.GetValue<string>().ShouldBe("warning");
        check["hasErrors"]!.GetValue<bool>().ShouldBeFalse();
        reason["status"]!.GetValue<string>().ShouldBe("SUCCESS");
        redeployed["message"]!.GetValue<string>().ShouldBe("UPDATE_COMPLETE: the rule has this pattern.");
    }

    private static async Task<JsonNode> PostAsync(Served sandbox, string path, string body)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Address, $"page/{path}"));
        request.Headers.Add("X-Sandbox", "1");
        request.Content = new StringContent(body);
        using var response = await Http.SendAsync(request, cancellation);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
    }
}
