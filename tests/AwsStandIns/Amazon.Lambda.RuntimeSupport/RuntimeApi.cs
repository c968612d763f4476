using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).</summary>
internal sealed class RuntimeApi(HttpClient http, string endpoint, TimeProvider clock)
{
    private readonly string _base = $"{Uri.UriSchemeHttp}://{endpoint}/2018-06-01/runtime/";

    public async Task<InvocationRequest> NextAsync(CancellationToken cancellationToken)
    {
        using var next = await http.GetAsync(Url("invocation/next"), cancellationToken);
        next.EnsureSuccessStatusCode();
        var context = new InvocationContext(next.Headers, clock);
        LambdaEnvironmentReader.SetTraceId(context.TraceId);
        return new InvocationRequest(
            new MemoryStream(await next.Content.ReadAsByteArrayAsync(cancellationToken)),
            context
        );
    }

    public async Task RespondAsync(string requestId, Stream payload, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(payload);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await PostAsync($"invocation/{requestId}/response", content, cancellationToken);
    }

    public Task ReportInvocationErrorAsync(string requestId, Exception error, CancellationToken cancellationToken) =>
        ReportAsync($"invocation/{requestId}/error", error, cancellationToken);

    public Task ReportInitializationErrorAsync(Exception error, CancellationToken cancellationToken) =>
        ReportAsync("init/error", error, cancellationToken);

    private async Task ReportAsync(string path, Exception error, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(ExceptionJson.Write(error));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        content.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", error.GetType().Name);
        await PostAsync(path, content, cancellationToken);
    }

    private async Task PostAsync(string path, HttpContent content, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(Url(path), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private Uri Url(string path) => new(_base + path);
}
