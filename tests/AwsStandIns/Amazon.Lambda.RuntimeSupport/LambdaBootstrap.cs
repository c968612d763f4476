using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The loop between the Runtime API and a handler.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly RuntimeApi _api;
    private readonly HttpClient _ownHttpClient;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient: null, handler, initializer, new LambdaBootstrapOptions()) { }

    public LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapInitializer initializer = null
    )
        : this(httpClient, handler, initializer, new LambdaBootstrapOptions()) { }

    internal LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapInitializer initializer,
        LambdaBootstrapOptions options
    )
    {
        _handler = handler;
        _initializer = initializer;
        _ownHttpClient = httpClient is null ? ConstructHttpClient() : null;
        _api = new RuntimeApi(
            httpClient ?? _ownHttpClient,
            options.RuntimeApiEndpoint ?? LambdaEnvironmentReader.RuntimeApi,
            TimeProvider.System
        );
    }

    /// <summary>A client for an API that may keep a request waiting for as long as Lambda freezes the process.</summary>
    public static HttpClient ConstructHttpClient() => new() { Timeout = TimeSpan.FromHours(12) };

    /// <summary>Takes invocations until cancelled. An initialization that fails is reported and thrown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var isReady = await InitializeAsync(cancellationToken);
        while (isReady && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownHttpClient?.Dispose();
        }
    }

    private async Task<bool> InitializeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _initializer is null || await _initializer();
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync(error.ToString());
            await _api.ReportInitializationErrorAsync(error, cancellationToken);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _api.NextAsync(cancellationToken);
        var requestId = invocation.LambdaContext.AwsRequestId;
        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync(error.ToString());
            await _api.ReportInvocationErrorAsync(requestId, error, cancellationToken);
            return;
        }

        await AnswerAsync(requestId, response, cancellationToken);
    }

    private async Task AnswerAsync(string requestId, InvocationResponse response, CancellationToken cancellationToken)
    {
        var payload = response?.OutputStream ?? Stream.Null;
        await _api.RespondAsync(requestId, payload, cancellationToken);
        if (response is { DisposeOutputStream: true })
        {
            await payload.DisposeAsync();
        }
    }
}
