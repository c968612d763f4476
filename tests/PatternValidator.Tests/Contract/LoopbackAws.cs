using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>
/// What the function sees of AWS, over HTTP on loopback: the Lambda runtime API, EventBridge, and the bucket in which
/// CloudFormation waits for the response.
/// </summary>
internal sealed class LoopbackAws : IAsyncDisposable
{
    private const string RuntimeApi = "/2018-06-01/runtime/invocation";

    private readonly WebApplication _server;
    private readonly Channel<byte[]> _invocations = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<InvocationResult> _results = Channel.CreateUnbounded<InvocationResult>();
    private int _invocationCount;

    private LoopbackAws()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet($"{RuntimeApi}/next", NextAsync);
        _server.MapPost($"{RuntimeApi}/{{id}}/response", context => EndAsync(context, isError: false));
        _server.MapPost($"{RuntimeApi}/{{id}}/error", context => EndAsync(context, isError: true));
        _server.MapPut("/bucket/{**key}", ReceiveAsync);
        _server.MapPost("/", AnswerAsync);
    }

    public Uri Endpoint => new(_server.Urls.Single());

    /// <summary>Gets a ResponseURL as CloudFormation makes them: the key is escaped, the query is a signature.</summary>
    public string ResponseUrl =>
        $"{Endpoint}bucket/arn%3Aaws%3Acloudformation%3Astack/shop%7CCheck%7C1?X-Amz-Signature=5ec%2Fret&X-Amz-Expires=7200";

    /// <summary>Gets or sets what EventBridge answers; never, if <see langword="null"/>.</summary>
    public AwsAnswer? EventBridge { get; set; } = AwsAnswer.Accepted;

    /// <summary>Gets the statuses for the next PUTs of a response; afterwards 200.</summary>
    public ConcurrentQueue<int> ResponseStatuses { get; } = new();

    /// <summary>Gets what goes wrong with the next PUTs of a response, before their statuses are asked for.</summary>
    public ConcurrentQueue<BucketFault> BucketFaults { get; } = new();

    public ConcurrentQueue<ReceivedResponse> Responses { get; } = new();

    public ConcurrentQueue<JsonElement> TestedPatterns { get; } = new();

    /// <summary>Gets or sets how long an invocation may last.</summary>
    public TimeSpan FunctionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public static async Task<LoopbackAws> StartAsync()
    {
        var aws = new LoopbackAws();
        await aws._server.StartAsync(TestContext.Current.CancellationToken);
        return aws;
    }

    public async Task<InvocationResult> InvokeAsync(string payload)
    {
        await _invocations.Writer.WriteAsync(Encoding.UTF8.GetBytes(payload), TestContext.Current.CancellationToken);
        return await _results.Reader.ReadAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task NextAsync(HttpContext context)
    {
        var payload = await _invocations.Reader.ReadAsync(context.RequestAborted);
        var number = Interlocked.Increment(ref _invocationCount);
        var deadline = TimeProvider.System.GetUtcNow() + FunctionTimeout;
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = $"invocation-{number}";
        context.Response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline
            .ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] =
            "arn:aws:lambda:eu-west-1:123456789012:function:validator";
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(payload, context.RequestAborted);
    }

    private async Task EndAsync(HttpContext context, bool isError)
    {
        var body = Encoding.UTF8.GetString(await ReadAsync(context));
        context.Response.StatusCode = 202;
        await _results.Writer.WriteAsync(new InvocationResult(isError, body), context.RequestAborted);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        if (BucketFaults.TryDequeue(out var fault) && !await EndureAsync(fault, context))
        {
            return;
        }

        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Responses.Enqueue(new ReceivedResponse(target, headers, await ReadAsync(context)));
        context.Response.StatusCode = ResponseStatuses.TryDequeue(out var status) ? status : 200;
        if (context.Response.StatusCode == 307)
        {
            context.Response.Headers.Location = $"{Endpoint}bucket/elsewhere";
        }
    }

    private static async Task<bool> EndureAsync(BucketFault fault, HttpContext context)
    {
        switch (fault)
        {
            case BucketFault.Reset:
                context.Abort();
                return false;
            case BucketFault.ResetAfterHalf:
                await context.Request.Body.ReadExactlyAsync(new byte[100], context.RequestAborted);
                context.Abort();
                return false;
            case BucketFault.Silent:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
                return false;
            default:
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, context.RequestAborted);
                return true;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Request.Headers["X-Amz-Target"].ToString().ShouldBe("AWSEvents.TestEventPattern");
        TestedPatterns.Enqueue(JsonDocument.Parse(await ReadAsync(context)).RootElement);
        if (EventBridge is not { } answer)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            return;
        }

        context.Response.StatusCode = answer.HttpStatus;
        context.Response.ContentType = "application/x-amz-json-1.1";
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy, context.RequestAborted);
        return copy.ToArray();
    }
}
