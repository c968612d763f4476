using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Firetiger.AwsPackages.Tests.Lambda;

/// <summary>The Lambda Runtime API over HTTP; the environment points at it while it lives.</summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ProcessEnvironment? _environment;
    private readonly Channel<FakeInvocation> _waiting = Channel.CreateUnbounded<FakeInvocation>();
    private readonly Channel<RuntimeReport> _reports = Channel.CreateUnbounded<RuntimeReport>();

    private FakeRuntimeApi(WebApplication app) => _app = app;

    public static async Task<FakeRuntimeApi> StartAsync(string path = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var api = new FakeRuntimeApi(app);
        api.Map(path + "/2018-06-01/runtime");
        await app.StartAsync();
        api._environment = EnvironmentOf(new Uri(app.Urls.Single()).Authority + path);
        return api;
    }

    public void Invoke(FakeInvocation invocation) => _waiting.Writer.TryWrite(invocation);

    public ValueTask<RuntimeReport> NextReportAsync(CancellationToken cancellationToken) =>
        _reports.Reader.ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _environment?.Dispose();
        await _app.DisposeAsync();
    }

    private static ProcessEnvironment EnvironmentOf(string endpoint) =>
        new(
            ("AWS_LAMBDA_RUNTIME_API", endpoint),
            ("AWS_LAMBDA_FUNCTION_NAME", "redriver"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/redriver"),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "stream")
        );

    private void Map(string root)
    {
        _app.MapGet(root + "/invocation/next", NextAsync);
        _app.MapPost(
            root + "/invocation/{id}/{kind}",
            (HttpContext http, string id, string kind) => KeepAsync(http, id, kind)
        );
        _app.MapPost(root + "/init/error", http => KeepAsync(http, "", "init/error"));
    }

    private async Task NextAsync(HttpContext http)
    {
        var invocation = await _waiting.Reader.ReadAsync(http.RequestAborted);
        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = $"{invocation.Deadline.ToUnixTimeMilliseconds()}";
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "function-arn";
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        await http.Response.WriteAsync(invocation.Payload, http.RequestAborted);
    }

    private async Task KeepAsync(HttpContext http, string requestId, string kind)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var errorType = http.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        await http.Response.WriteAsync("""{"status":"OK"}""", http.RequestAborted);
        await _reports.Writer.WriteAsync(
            new RuntimeReport(kind, requestId, errorType, body.Length == 0 ? null : JsonNode.Parse(body)),
            http.RequestAborted
        );
    }
}
