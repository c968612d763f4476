using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Ingest;

/// <summary>What stands in for Firetiger: takes events, and can be broken in every way that an endpoint breaks.</summary>
internal sealed class IngestEndpoint(SandboxContext context) : IHttpEndpoints
{
    public const string Host = "ingest.firetiger.test";

    private readonly Lock _lock = new();
    private readonly List<IngestedEvent> _accepted = [];
    private volatile IngestBehaviour _behaviour = new IngestBehaviour.Healthy();

    /// <summary>Gets or sets the user name that is asked for; with no password none is.</summary>
    public string Username { get; set; } = "";

    public string? Password { get; set; }

    /// <summary>Gets or sets how it answers from now on.</summary>
    public IngestBehaviour Behaviour
    {
        get => _behaviour;
        set => _behaviour = value;
    }

    /// <summary>Gets a copy of every accepted delivery, in order, duplicates included.</summary>
    public IReadOnlyList<IngestedEvent> Accepted
    {
        get
        {
            lock (_lock)
            {
                return [.. _accepted];
            }
        }
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/aws/events", AnswerAsync).RequireHost(Host);

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        switch (Behaviour)
        {
            case IngestBehaviour.Down:
                http.Abort();
                return;
            case IngestBehaviour.Status(var code, var retryAfter):
                http.Response.StatusCode = code;
                http.Response.Headers.RetryAfter = retryAfter;
                return;
            case IngestBehaviour.Refusing(var code, var part) when body.Contains(part, StringComparison.Ordinal):
                http.Response.StatusCode = code;
                return;
            case IngestBehaviour.Slow(var delay):
                await Task.Delay(delay, context.Clock.Time, context.Stopping);
                break;
        }

        http.Response.StatusCode = IsAuthorized(http.Request) ? Accept(body) : StatusCodes.Status401Unauthorized;
    }

    private bool IsAuthorized(HttpRequest request) =>
        Password is null
        || (
            AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given)
            && string.Equals(given.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
            && string.Equals(
                given.Parameter,
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Username}:{Password}")),
                StringComparison.Ordinal
            )
        );

    private int Accept(string body)
    {
        if (ReadId(body) is not { } id)
        {
            return StatusCodes.Status400BadRequest;
        }

        lock (_lock)
        {
            _accepted.Add(new IngestedEvent(id, context.Clock.Now, body));
        }

        return StatusCodes.Status202Accepted;
    }

    /// <summary>Reads the event's id; <see langword="null"/> when the body is no JSON object.</summary>
    private static string? ReadId(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1000 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            return document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : "";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
