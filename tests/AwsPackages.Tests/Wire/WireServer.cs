using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.EventBridge;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Firetiger.AwsPackages.Tests.Wire;

/// <summary>An HTTP server that keeps what a client sends and answers what the test tells it, in order.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WireAnswer> _answers = new();
    private readonly ConcurrentQueue<WireCall> _calls = new();

    private WireServer(WebApplication app) => _app = app;

    public IReadOnlyList<WireCall> Calls => [.. _calls];

    public string Url => _app.Urls.Single();

    private static BasicAWSCredentials Credentials => new("AKIDEXAMPLE", "secret");

    public static async Task<WireServer> StartAsync(params WireAnswer[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new WireServer(builder.Build());
        server._app.Run(server.ServeAsync);
        foreach (var answer in answers)
        {
            server._answers.Enqueue(answer);
        }

        await server._app.StartAsync();
        return server;
    }

    public AmazonEventBridgeClient EventBridge() =>
        new(Credentials, new AmazonEventBridgeConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" });

    public AmazonCloudWatchClient CloudWatch() =>
        new(Credentials, new AmazonCloudWatchConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext http)
    {
        var call = await WireCall.ReadAsync(http.Request, http.RequestAborted);
        _calls.Enqueue(call);
        var answer = _answers.TryDequeue(out var next) ? next : new WireAnswer(new JsonObject());
        http.Response.StatusCode = (int)answer.Status;
        http.Response.Headers["x-amzn-RequestId"] = _calls.Count.ToString("'request-'0", CultureInfo.InvariantCulture);
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.Body.WriteAsync(answer.Body(call, http.Response.Headers), http.RequestAborted);
    }
}
