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

    public FakeCloudWatch CloudWatch { get; } = new();

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
        string ruleArn = Some.LiveRuleArn,
        string queue = FakeSqs.DeadLetters,
        string errorMessage = "canary-error-message",
        string targetArn = Some.TargetArn,
        string? mark = null
    ) =>
        Sqs.Add(
            new FakeMessage
            {
                Id = id,
                Body = body ?? Redriving.Event(id),
                SentAt = Sqs.Time.GetUtcNow() - (age ?? TimeSpan.FromHours(7)),
                Attributes = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["RULE_ARN"] = ruleArn,
                    ["TARGET_ARN"] = targetArn,
                    ["ERROR_CODE"] = errorCode,
                    ["ERROR_MESSAGE"] = errorMessage,
                    ["EXHAUSTED_RETRY_CONDITION"] = "MaximumRetryAttempts",
                    ["RETRY_ATTEMPTS"] = "185",
                    ["FiretigerRedrive"] = mark,
                }
                    .Where(pair => pair.Value is not null)
                    .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal),
            },
            queue
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
                await WriteAsync(http, CloudWatch.Answer(target[1]), 400);
                break;
        }
    }

    private async Task AnswerCborAsync(HttpContext http, string operation)
    {
        var (status, body) = CloudWatch.AnswerCbor(operation);
        http.Response.StatusCode = status;
        http.Response.Headers["smithy-protocol"] = "rpc-v2-cbor";
        http.Response.ContentType = "application/cbor";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
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
