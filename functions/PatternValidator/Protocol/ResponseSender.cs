using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>Delivers responses: a PUT to a signed URL, tried again while that can help and time is left.</summary>
internal sealed class ResponseSender(HttpClient http, TimeProvider time, Log log)
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Makes the client to send with.</summary>
    /// <returns>A client that goes straight to the host it is given.</returns>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The client disposes of its handler."
    )]
    public static HttpClient CreateHttpClient() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>Delivers one response.</summary>
    /// <param name="url">Where to; checked by <see cref="ResponseUrlRule"/>.</param>
    /// <param name="body">The response.</param>
    /// <param name="deadline">When to give up.</param>
    /// <returns>A task that ends with the delivery.</returns>
    /// <exception cref="ResponseNotDeliveredException">It was refused, or time ran out.</exception>
    public async Task SendAsync(Uri url, byte[] body, Deadline deadline)
    {
        var attempt = 1;
        var delivery = await TryAsync(url, body, deadline);
        while (delivery.Outcome != DeliveryOutcome.Delivered)
        {
            log.NotDelivered(attempt, delivery.Reason);
            var wait = RetrySchedule.After(attempt, RandomNumberGenerator.GetInt32(1000) / 1000.0);
            if (delivery.Outcome == DeliveryOutcome.Refused || wait is null || wait >= deadline.Remaining)
            {
                throw new ResponseNotDeliveredException($"The response could not be delivered: {delivery.Reason}.");
            }

            await Task.Delay(wait.Value, time, deadline.Token);
            delivery = await TryAsync(url, body, deadline);
            attempt++;
        }
    }

    private async Task<Delivery> TryAsync(Uri url, byte[] body, Deadline deadline)
    {
        using var step = deadline.Within(AttemptTimeout);
        try
        {
            // ByteArrayContent has a length and no Content-Type. A Content-Type would break the signature.
            using var content = new ByteArrayContent(body);
            using var response = await http.PutAsync(url, content, step.Token);
            return Judge(response.StatusCode);
        }
        catch (HttpRequestException exception)
        {
            return new Delivery(DeliveryOutcome.Failed, $"{exception.HttpRequestError}");
        }
        catch (OperationCanceledException)
        {
            return new Delivery(DeliveryOutcome.Failed, "no answer in time");
        }
    }

    private static Delivery Judge(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 => new Delivery(DeliveryOutcome.Delivered, string.Empty),
            >= 500 or 408 or 429 => new Delivery(DeliveryOutcome.Failed, Http(status)),
            _ => new Delivery(DeliveryOutcome.Refused, Http(status)),
        };

    private static string Http(HttpStatusCode status) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP status {(int)status}");
}
