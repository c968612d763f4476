using System.Globalization;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Lambda;

/// <summary>
/// The Lambda Runtime API of every process, under a path of its own: runtime clients put <c>http://</c> before and
/// <c>/2018-06-01/…</c> behind AWS_LAMBDA_RUNTIME_API, so that a path is no obstacle.
/// </summary>
/// <param name="find">Finds a process's execution environment by function and id.</param>
internal sealed class RuntimeApi(Func<string, string, ExecutionEnvironment?> find) : IHttpEndpoints
{
    private const string Root = "/lambda/{function}/{environment}/2018-06-01/runtime";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Root}/invocation/next", NextAsync);
        routes.MapPost($"{Root}/invocation/{{id}}/response", http => AnswerAsync(http, InvocationResult.Success));
        routes.MapPost($"{Root}/invocation/{{id}}/error", http => AnswerAsync(http, InvocationResult.Failure));
        routes.MapPost($"{Root}/init/error", InitErrorAsync);
    }

    private static string Route(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static async Task<byte[]> BodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private static Task RespondAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    private static Task UnknownAsync(HttpContext http) =>
        RespondAsync(http, 403, """{"errorMessage":"No such runtime","errorType":"InvalidRuntime"}""");

    private async Task NextAsync(HttpContext http)
    {
        if (Environment(http) is not { } environment)
        {
            await UnknownAsync(http);
            return;
        }

        try
        {
            var (invocation, deadline) = await environment.NextAsync(http.RequestAborted);
            var headers = http.Response.Headers;
            headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
            headers["Lambda-Runtime-Deadline-Ms"] = deadline
                .ToUnixTimeMilliseconds()
                .ToString(CultureInfo.InvariantCulture);
            headers["Lambda-Runtime-Invoked-Function-Arn"] = LambdaFunction.ArnOf(Route(http, "function"));
            headers["Lambda-Runtime-Trace-Id"] =
                $"Root=1-{invocation.RequestId.Replace("-", "", StringComparison.Ordinal)[..24]}";
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(invocation.Payload, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The process has gone.
        }
    }

    private async Task AnswerAsync(HttpContext http, Func<byte[], InvocationResult> result)
    {
        var body = await BodyAsync(http);
        if (Environment(http) is not { } environment)
        {
            await UnknownAsync(http);
        }
        else if (environment.Answer(Route(http, "id"), result(body)))
        {
            await RespondAsync(http, 202, """{"status":"OK"}""");
        }
        else
        {
            await RespondAsync(http, 400, """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""");
        }
    }

    private async Task InitErrorAsync(HttpContext http)
    {
        Environment(http)?.FailInit(InvocationResult.Failure(await BodyAsync(http)));
        await RespondAsync(http, 202, """{"status":"OK"}""");
    }

    private ExecutionEnvironment? Environment(HttpContext http) =>
        find(Route(http, "function"), Route(http, "environment"));
}
