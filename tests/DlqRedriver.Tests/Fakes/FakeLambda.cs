using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>Lambda's Runtime API for one process.</summary>
internal sealed class FakeLambda
{
    private readonly Channel<string> _payloads = Channel.CreateUnbounded<string>();
    private readonly Channel<(string Kind, string Body)> _answers = Channel.CreateUnbounded<(string, string)>();

    /// <summary>Gets or sets the time that an invocation is given.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(90);

    public void Map(WebApplication app)
    {
        const string root = "/2018-06-01/runtime";
        app.MapGet(root + "/invocation/next", NextAsync);
        app.MapPost(root + "/invocation/{id}/{kind}", (HttpContext http, string kind) => AnsweredAsync(http, kind));
        app.MapPost(root + "/init/error", http => AnsweredAsync(http, "init-error"));
    }

    /// <summary>Invokes the function.</summary>
    /// <param name="payload">JSON.</param>
    /// <returns><c>response</c> or <c>error</c>, and what it answered.</returns>
    public async Task<(string Kind, string Body)> InvokeAsync(string payload)
    {
        await _payloads.Writer.WriteAsync(payload, TestContext.Current.CancellationToken);
        return await AnswerAsync();
    }

    /// <summary>Waits for the next thing that the function reports.</summary>
    /// <returns>Its kind and its body.</returns>
    public Task<(string Kind, string Body)> AnswerAsync() =>
        _answers
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private async Task NextAsync(HttpContext http)
    {
        var payload = await _payloads.Reader.ReadAsync(http.RequestAborted);
        var deadline = TimeProvider.System.GetUtcNow() + Timeout;
        http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "request-1";
        http.Response.Headers["Lambda-Runtime-Deadline-Ms"] = $"{deadline.ToUnixTimeMilliseconds()}";
        http.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] =
            "arn:aws:lambda:us-east-1:123456789012:function:redriver";
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(payload, http.RequestAborted);
    }

    private async Task AnsweredAsync(HttpContext http, string kind)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        http.Response.StatusCode = 202;
        await _answers.Writer.WriteAsync((kind, body), http.RequestAborted);
    }
}
