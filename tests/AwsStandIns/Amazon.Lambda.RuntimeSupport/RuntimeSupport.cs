#nullable enable annotations
using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport
{
    public sealed class LambdaBootstrapBuilder
    {
        private readonly Func<Stream, ILambdaContext, Stream, Task> _handler;
        private HttpClient? _http;

        private LambdaBootstrapBuilder(Func<Stream, ILambdaContext, Stream, Task> handler) => _handler = handler;

        public static LambdaBootstrapBuilder Create<TInput, TOutput>(
            Func<TInput, ILambdaContext, Task<TOutput>> handler,
            ILambdaSerializer serializer
        ) =>
            new(
                async (input, context, output) =>
                    serializer.Serialize(await handler(serializer.Deserialize<TInput>(input), context), output)
            );

        public static LambdaBootstrapBuilder Create<TInput>(
            Func<TInput, ILambdaContext, Task> handler,
            ILambdaSerializer serializer
        ) => new((input, context, _) => handler(serializer.Deserialize<TInput>(input), context));

        public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
            new(
                async (input, context, output) =>
                {
                    using var result = await handler(input, context);
                    await result.CopyToAsync(output);
                }
            );

        public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
        {
            _http = httpClient;
            return this;
        }

        public LambdaBootstrap Build() =>
            new(
                _http
                    ?? new HttpClient(new SocketsHttpHandler { UseProxy = false })
                    {
                        Timeout = Timeout.InfiniteTimeSpan,
                    },
                _handler
            );
    }

    public sealed class LambdaBootstrap : IDisposable
    {
        private readonly HttpClient _http;
        private readonly Func<Stream, ILambdaContext, Stream, Task> _handler;
        private readonly string _base;

        internal LambdaBootstrap(HttpClient http, Func<Stream, ILambdaContext, Stream, Task> handler)
        {
            (_http, _handler) = (http, handler);
            _base = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/";
        }

        public async Task RunAsync(CancellationToken cancellationToken = default)
        {
            while (!cancellationToken.IsCancellationRequested)
                await OnceAsync(cancellationToken);
        }

        private async Task OnceAsync(CancellationToken cancellationToken)
        {
            using var next = await _http.GetAsync(_base + "invocation/next", cancellationToken);
            next.EnsureSuccessStatusCode();
            var context = new Context(next.Headers);
            var body = new MemoryStream(await next.Content.ReadAsByteArrayAsync(cancellationToken), writable: false);
            Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);
            var output = new MemoryStream();
            var route = "response";
            try
            {
                await _handler(body, context, output);
            }
            catch (Exception e)
            {
                route = "error";
                output = new MemoryStream();
                using var writer = new Utf8JsonWriter(output);
                writer.WriteStartObject();
                writer.WriteString("errorType", e.GetType().Name);
                writer.WriteString("errorMessage", e.Message);
                writer.WriteStartArray("stackTrace");
                foreach (var line in (e.StackTrace ?? "").Split('\n'))
                    writer.WriteStringValue(line.Trim());
                writer.WriteEndArray();
                writer.WriteEndObject();
                writer.Flush();
                context.Logger.LogError(e.ToString());
            }
            using var content = new ByteArrayContent(output.GetBuffer(), 0, (int)output.Length);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (route == "error")
                content.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", "Unhandled");
            using var sent = await _http.PostAsync(
                $"{_base}invocation/{context.AwsRequestId}/{route}",
                content,
                cancellationToken
            );
            sent.EnsureSuccessStatusCode();
        }

        public void Dispose() => _http.Dispose();

        private sealed class Context(HttpResponseHeaders headers) : ILambdaContext
        {
            private readonly long _deadline = long.TryParse(One(headers, "Lambda-Runtime-Deadline-Ms"), out var ms)
                ? ms
                : long.MaxValue;
            public string AwsRequestId { get; } = One(headers, "Lambda-Runtime-Aws-Request-Id");
            public string InvokedFunctionArn { get; } = One(headers, "Lambda-Runtime-Invoked-Function-Arn");
            public string TraceId { get; } = One(headers, "Lambda-Runtime-Trace-Id");
            public string TenantId { get; } = One(headers, "Lambda-Runtime-Aws-Tenant-Id");
            public IClientContext ClientContext => null!;
            public ICognitoIdentity Identity => null!;
            public string FunctionName => Env("AWS_LAMBDA_FUNCTION_NAME");
            public string FunctionVersion => Env("AWS_LAMBDA_FUNCTION_VERSION");
            public string LogGroupName => Env("AWS_LAMBDA_LOG_GROUP_NAME");
            public string LogStreamName => Env("AWS_LAMBDA_LOG_STREAM_NAME");
            public int MemoryLimitInMB => int.TryParse(Env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), out var mb) ? mb : 0;
            public ILambdaLogger Logger { get; } = new ConsoleLogger();
            public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(_deadline) - DateTimeOffset.UtcNow;

            private static string One(HttpResponseHeaders h, string name) =>
                h.TryGetValues(name, out var v) ? string.Join(",", v) : "";

            private static string Env(string name) => Environment.GetEnvironmentVariable(name) ?? "";
        }

        private sealed class ConsoleLogger : ILambdaLogger
        {
            public void Log(string message) => Console.Write(message);

            public void LogLine(string message) => Console.WriteLine(message);
        }
    }
}
