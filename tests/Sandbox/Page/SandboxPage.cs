using System.Text;
using System.Text.Json.Nodes;
using Firetiger.EventPatterns;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Page;

/// <summary>The sandbox's web page: its files, what it shows, and what its buttons do.</summary>
internal sealed class SandboxPage : IHttpEndpoints
{
    private volatile Act? _act;

    /// <summary>Answers one request with JSON; only once the template is deployed.</summary>
    private delegate Task<JsonNode> Answer(Act act, HttpContext http, CancellationToken cancellationToken);

    /// <summary>Shows an installation from now on. Before that the page says that it is being deployed.</summary>
    /// <param name="stage">The installation.</param>
    public void Open(Stage stage)
    {
        var redeployment = new Redeployment(stage);
        var history = new History(stage);
        _act = new Act(stage, history, new Snapshot(stage, redeployment), new Controls(stage, redeployment));
        _ = history.KeepAsync();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", http => GuardedAsync(http, () => PageFiles.SendAsync(http, "index.html")));
        routes.MapGet(
            "/page/files/{**name}",
            http => GuardedAsync(http, () => PageFiles.SendAsync(http, $"{http.GetRouteValue("name")}"))
        );
        routes.MapGet("/page/state", http => GuardedAsync(http, () => StateAsync(http)));
        Get(routes, "history", (act, _, _) => Task.FromResult<JsonNode>(act.History.ToColumns()));
        Get(routes, "playground", (_, _, _) => Task.FromResult<JsonNode>(Playground.Describe()));
        Post(routes, "check", async (act, http, _) => await CheckAsync(act, http));
        Post(routes, "reason", async (act, http, ct) => await act.Controls.ReasonAsync(await TextAsync(http), ct));
        Post(routes, "samples", (act, _, ct) => act.Controls.SendSamplesAsync(ct));
        Post(routes, "event", async (act, http, ct) => await act.Controls.SendAsync(await TextAsync(http), ct));
        Post(routes, "run", (act, _, ct) => act.Controls.RunScheduleAsync(ct));
        Post(routes, "release", (act, _, ct) => act.Controls.ReleaseAsync(ct));
        Post(routes, "pattern", async (act, http, ct) => await act.Controls.RedeployAsync(await TextAsync(http), ct));
        Post(
            routes,
            "endpoint/{name}",
            (act, http, _) => Task.FromResult(act.Controls.SetEndpoint($"{http.GetRouteValue("name")}"))
        );
    }

    private void Get(IEndpointRouteBuilder routes, string path, Answer answer) =>
        routes.MapGet($"/page/{path}", http => GuardedAsync(http, () => AnswerAsync(http, answer)));

    private void Post(IEndpointRouteBuilder routes, string path, Answer answer) =>
        routes.MapPost($"/page/{path}", http => GuardedAsync(http, () => AnswerAsync(http, answer)));

    private Task StateAsync(HttpContext http) =>
        _act is null
            ? RestJson.WriteAsync(http, new JsonObject { ["isReady"] = false })
            : AnswerAsync(http, (act, _, ct) => act.Snapshot.TakeAsync(ct));

    private async Task AnswerAsync(HttpContext http, Answer answer)
    {
        var act = _act ?? throw new PageException("The template is still being deployed. Try again in a moment.", 503);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            act.Stage.Sandbox.Context.Stopping
        );
        await RestJson.WriteAsync(http, await answer(act, http, ending.Token));
    }

    private static async Task<JsonNode> CheckAsync(Act act, HttpContext http)
    {
        var asked = WireJson.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
        return Playground.Check(
            asked.Text("pattern") ?? throw new PageException("Which pattern? Give it as \"pattern\"."),
            Enum.Parse<Strictness>(act.Stage.Strictness),
            asked.Text("event")
        );
    }

    private static async Task<string> TextAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private static async Task GuardedAsync(HttpContext http, Func<Task> answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            PageGuard.Demand(http.Request);
            await answer();
        }
        catch (PageException refused)
        {
            await SayAsync(http, refused.Message, refused.Status);
        }
        catch (AwsException refused)
        {
            await SayAsync(http, $"{refused.Code}: {refused.Message}", StatusCodes.Status409Conflict);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private static Task SayAsync(HttpContext http, string sentence, int status) =>
        RestJson.WriteAsync(http, new JsonObject { ["message"] = sentence }, status);

    /// <summary>What there is to answer with once the template is deployed.</summary>
    private sealed record Act(Stage Stage, History History, Snapshot Snapshot, Controls Controls);
}
