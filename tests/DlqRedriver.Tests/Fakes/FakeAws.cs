using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>What the function's process talks to, over AWS's own protocols on one loopback port.</summary>
internal sealed class FakeAws : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeAws(WebApplication app) => _app = app;

    public FakeSqs Sqs { get; } = new();

    public FakeEventBridge EventBridge { get; } = new();

    public FakeLambda Lambda { get; } = new();

    /// <summary>Gets or sets a value indicating whether CloudWatch refuses metrics.</summary>
    public bool RefusesMetrics { get; set; }

    /// <summary>Gets how many requests for CloudWatch came.</summary>
    public int MetricRequests { get; private set; }

    public string Authority => new Uri(_app.Urls.Single()).Authority;

    public static async Task<FakeAws> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var aws = new FakeAws(builder.Build());
        aws.Lambda.Map(aws._app);
        aws._app.MapPost("/", aws.AnswerAsync);
        aws._app.MapPost("/service/{service}/operation/{operation}", aws.AnswerCborAsync);
        await aws._app.StartAsync(TestContext.Current.CancellationToken);
        return aws;
    }

    public void DeadLetter(
        string id,
        string? body = null,
        string errorCode = "SDK_CLIENT_ERROR",
        TimeSpan? age = null,
        string ruleArn = Some.LiveRuleArn
    ) =>
        Sqs.Add(
            new FakeMessage
            {
                Id = id,
                Body = body ?? Redriving.Event(id),
                SentAt = TimeProvider.System.GetUtcNow() - (age ?? TimeSpan.FromHours(7)),
                Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["RULE_ARN"] = ruleArn,
                    ["TARGET_ARN"] = Some.TargetArn,
                    ["ERROR_CODE"] = errorCode,
                    ["ERROR_MESSAGE"] = "canary-error-message",
                    ["EXHAUSTED_RETRY_CONDITION"] = "MaximumRetryAttempts",
                    ["RETRY_ATTEMPTS"] = "185",
                },
            }
        );

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var target = $"{http.Request.Headers["X-Amz-Target"]}".Split('.');
        switch (target[0])
        {
            case "AmazonSQS":
                var answer = Sqs.Answer(target[1], await ReadAsync(http));
                await WriteAsync(http, answer ?? new JsonObject { ["__type"] = "com.amazonaws.sqs#AccessDenied" }, 400);
                break;
            case "AWSEvents":
                await (target[1] is "PutEvents" ? EventBridge.BeforePut(http.RequestAborted) : Task.CompletedTask);
                await WriteAsync(http, EventBridge.Answer(target[1], await ReadAsync(http)), 400);
                break;
            default:
                MetricRequests++;
                await WriteAsync(http, RefusesMetrics ? new() { ["__type"] = "AccessDenied" } : [], 400);
                break;
        }
    }

    // The published CloudWatch package speaks CBOR: an empty map is an empty answer.
    private async Task AnswerCborAsync(HttpContext http)
    {
        MetricRequests++;
        http.Response.StatusCode = RefusesMetrics ? 400 : 200;
        http.Response.Headers["smithy-protocol"] = "rpc-v2-cbor";
        http.Response.ContentType = "application/cbor";
        await http.Response.Body.WriteAsync(new byte[] { 0xA0 }, http.RequestAborted);
    }

    private static async Task<JsonObject> ReadAsync(HttpContext http) =>
        (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();

    private static async Task WriteAsync(HttpContext http, JsonObject answer, int faultStatus)
    {
        http.Response.StatusCode = answer.ContainsKey("__type") ? faultStatus : 200;
        http.Response.ContentType = "application/x-amz-json-1.0";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), http.RequestAborted);
    }
}
