using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>The rest-json protocol, for services that map their own routes.</summary>
internal static class RestJson
{
    /// <summary>Runs one operation for the caller and writes what comes of it, result or error.</summary>
    /// <param name="http">The call.</param>
    /// <param name="context">Knows the callers.</param>
    /// <param name="status">The HTTP status of success.</param>
    /// <param name="run">The operation; null makes an empty body.</param>
    /// <returns>The written response.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "An SDK can show an error's text, but not an empty 500.")]
    public static async Task RespondAsync(
        HttpContext http,
        SandboxContext context,
        int status,
        Func<Principal, CancellationToken, Task<JsonNode?>> run
    )
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, context.Stopping);
        http.Response.Headers["x-amzn-RequestId"] = context.Ids.NextGuid().ToString();
        try
        {
            await WriteAsync(http, await run(Callers.Find(http.Request, context), ending.Token), status);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception failure)
        {
            await WriteErrorAsync(http, Failure.Of(failure));
        }
    }

    /// <summary>Reads a request's body.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The body's members; none for an empty body.</returns>
    /// <exception cref="AwsException">SerializationException: the body is no JSON object.</exception>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        WireJson.Parse(await RequestBody.ReadAsync(request, cancellationToken));

    public static async Task WriteAsync(HttpContext http, JsonNode? output, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        if (output is null)
        {
            return;
        }

        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(WireJson.Write(output), http.RequestAborted);
    }

    public static Task WriteErrorAsync(HttpContext http, AwsException error)
    {
        http.Response.Headers["x-amzn-ErrorType"] = error.Code;
        return WriteAsync(http, new JsonObject { ["message"] = error.Message }, AccessDenied.StatusOutsideJson(error));
    }
}
