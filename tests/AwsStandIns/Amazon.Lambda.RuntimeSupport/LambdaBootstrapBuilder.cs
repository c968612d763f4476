using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a bootstrap of a handler, whatever its input and output.</summary>
public partial class LambdaBootstrapBuilder
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;
    private readonly LambdaBootstrapOptions _options = new();
    private HttpClient _httpClient;
    private LambdaBootstrapInitializer _initializer;

    private LambdaBootstrapBuilder(Func<Stream, ILambdaContext, Task<Stream>> handler) => _handler = handler;

    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _httpClient = httpClient;
        return this;
    }

    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    public LambdaBootstrap Build() => new(_httpClient, InvokeAsync, _initializer, _options);

    private static LambdaBootstrapBuilder Silent(Func<Stream, ILambdaContext, Task> handler) =>
        new(
            async (input, context) =>
            {
                await handler(input, context);
                return Stream.Null;
            }
        );

    private static MemoryStream Written<T>(T output, ILambdaSerializer serializer)
    {
        var payload = new MemoryStream();
        serializer.Serialize(output, payload);
        payload.Position = 0;
        return payload;
    }

    private async Task<InvocationResponse> InvokeAsync(InvocationRequest invocation) =>
        new(await _handler(invocation.InputStream, invocation.LambdaContext));
}
