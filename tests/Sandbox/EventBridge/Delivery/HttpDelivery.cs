using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Posts to API destinations as EventBridge does ("API destinations as targets", user guide).</summary>
internal sealed class HttpDelivery : IDisposable
{
    private const string Prefix = "Unable to invoke ApiDestination endpoint: ";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly SandboxClock _clock;
    private readonly HttpClient _http;

    public HttpDelivery(SandboxContext context)
    {
        _clock = context.Clock;
        var names = new LoopbackNames(context);
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectCallback = (connection, cancellationToken) =>
                    names.ConnectAsync(connection.DnsEndPoint.Host, cancellationToken),
            }
        )
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    public void Dispose() => _http.Dispose();

    public async Task<InvocationResult> PostAsync(
        ApiDestination destination,
        IConnectionCredentials credentials,
        string body,
        CancellationToken cancellationToken
    )
    {
        if (!LoopbackNames.Knows(destination.Endpoint.Host))
        {
            // Code and text of a dead-lettered message seen in the wild. A name that does not resolve is not retried.
            return new InvocationResult.Permanent(
                "SDK_CLIENT_ERROR",
                Prefix + "API destination endpoint cannot be reached."
            );
        }

        using var timeout = new CancellationTokenSource(Timeout, _clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = Compose(destination.Endpoint, credentials, body);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // UNKNOWN is what that message said of a timeout.
            return new InvocationResult.Retryable("UNKNOWN", Prefix + "Timeout calling endpoint for API Destination.");
        }
        catch (HttpRequestException failure)
        {
            return new InvocationResult.Retryable("CONNECTION_FAILURE", Prefix + failure.Message);
        }
    }

    private static HttpRequestMessage Compose(Uri endpoint, IConnectionCredentials credentials, string body)
    {
        // The sandbox speaks plain HTTP; the name and with it the Host header stay.
        var url = new UriBuilder(endpoint) { Scheme = Uri.UriSchemeHttp, Port = -1 }.Uri;
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        // .NET would not take two slashes for a product.
        request.Headers.TryAddWithoutValidation("User-Agent", "Amazon/EventBridge/ApiDestinations");
        request.Headers.Range = new RangeHeaderValue(0, 1_048_575);
        request.Headers.AcceptEncoding.ParseAdd("gzip,deflate");
        request.Headers.ConnectionClose = true;
        credentials.AddTo(request.Headers);
        return request;
    }

    private InvocationResult Judge(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return new InvocationResult.Delivered();
        }

        // AWS does not document the code of an HTTP status; SDK_CLIENT_ERROR is what users report.
        const string Code = "SDK_CLIENT_ERROR";
        var message = $"{Prefix}the endpoint returned HTTP status code {(int)response.StatusCode}.";
        var retryAfter = RetryAfter(response);
        return IsRetried(response.StatusCode) && retryAfter >= TimeSpan.Zero
            ? new InvocationResult.Retryable(Code, message, retryAfter)
            : new InvocationResult.Permanent(Code, message);
    }

    private static bool IsRetried(HttpStatusCode status) =>
        (int)status is 401 or 407 or 409 or 429 or (>= 500 and <= 599);

    /// <summary>Reads Retry-After; a negative one stops the retries.</summary>
    private TimeSpan RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is { } parsed)
        {
            return parsed.Delta ?? (parsed.Date - _clock.Now is { Ticks: > 0 } wait ? wait : TimeSpan.Zero);
        }

        // .NET takes a negative number for no Retry-After at all.
        return
            response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
            && values.ToString().StartsWith('-')
            ? TimeSpan.FromSeconds(-1)
            : TimeSpan.Zero;
    }
}
