using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.ColdStart.Packages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Firetiger.ColdStart.Aws;

/// <summary>The Runtime API and those parts of AWS that the functions call, on loopback, for one process at a time.</summary>
internal sealed class LoopbackAws : IAsyncDisposable
{
    private const string Runtime = "/2018-06-01/runtime/";
    private const string RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    private readonly WebApplication _web;
    private Session? _session;

    private LoopbackAws(WebApplication web, Authority authority) => (_web, Authority) = (web, authority);

    /// <summary>Gets the authority of its certificate.</summary>
    public Authority Authority { get; }

    /// <summary>Starts it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>It, listening.</returns>
    public static async Task<LoopbackAws> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        var authority = new Authority(TimeProvider.System.GetUtcNow());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    listen.UseHttps(authority.Server);
                }
            );
        });
        var aws = new LoopbackAws(builder.Build(), authority);
        aws._web.Run(aws.AnswerAsync);
        await aws._web.StartAsync(cancellationToken);
        return aws;
    }

    /// <summary>Gets ready for the next process.</summary>
    /// <param name="work">What it does.</param>
    /// <param name="protocol">How it reaches AWS.</param>
    /// <param name="body">The body of every message.</param>
    /// <returns>Its session.</returns>
    public Session Open(Work work, Protocol protocol, string body) =>
        _session = new Session(
            work,
            new Queue(body, TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(1)),
            Address(protocol),
            Address(Protocol.Http)
        );

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        Authority.Dispose();
    }

    private Uri Address(Protocol protocol)
    {
        var addresses = _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var scheme = protocol == Protocol.Tls ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        var found = addresses
            .Select(address => new Uri(address))
            .First(address => string.Equals(address.Scheme, scheme, StringComparison.Ordinal));
        return new UriBuilder(found) { Host = "localhost" }.Uri;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var session = _session!;
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, http.RequestAborted);
        var body = content.ToArray();
        var path = http.Request.Path.Value!;
        if (path.StartsWith(Runtime, StringComparison.Ordinal))
        {
            await AnswerRuntimeAsync(session, http, path[Runtime.Length..], body);
        }
        else if (path is "/response")
        {
            session.Respond(JsonNode.Parse(body)!.AsObject());
        }
        else
        {
            await AnswerCallAsync(session, http, path, body);
        }
    }

    private static async Task AnswerRuntimeAsync(Session session, HttpContext http, string path, byte[] body)
    {
        if (path is "invocation/next")
        {
            var payload = await session.NextAsync(http.RequestAborted);
            var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(90);
            http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = RequestId;
            http.Response.Headers["Lambda-Runtime-Deadline-Ms"] = $"{deadline.ToUnixTimeMilliseconds()}";
            http.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] =
                "arn:aws:lambda:us-east-1:123456789012:function:cold";
            http.Response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700";
            await http.Response.Body.WriteAsync(payload, http.RequestAborted);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
        if (path.EndsWith("/response", StringComparison.Ordinal))
        {
            session.Answer(Encoding.UTF8.GetString(body));
        }
        else
        {
            session.Fail(Encoding.UTF8.GetString(body));
        }
    }

    private static async Task AnswerCallAsync(Session session, HttpContext http, string path, byte[] body)
    {
        // AWS JSON names the operation in a header, Smithy RPC v2 CBOR in the path.
        var target = http.Request.Headers["X-Amz-Target"].ToString();
        var operation =
            target.Length > 0 ? target[(target.LastIndexOf('.') + 1)..] : path[(path.LastIndexOf('/') + 1)..];
        http.Response.Headers["x-amzn-RequestId"] = RequestId;
        if (http.Request.ContentType is "application/cbor")
        {
            http.Response.ContentType = "application/cbor";
            http.Response.Headers["smithy-protocol"] = "rpc-v2-cbor";
            await http.Response.Body.WriteAsync(session.Operations.AnswerCbor(operation), http.RequestAborted);
            return;
        }

        http.Response.ContentType = "application/x-amz-json-1.1";
        var answer = session.Operations.Answer(operation, JsonNode.Parse(body)!.AsObject());
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), http.RequestAborted);
    }
}
