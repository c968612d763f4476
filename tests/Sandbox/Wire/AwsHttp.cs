using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Wire;

/// <summary>Reads AWS's protocols off HTTP: JSON 1.0 and 1.1, Query, Smithy RPC v2 CBOR.</summary>
internal sealed class AwsHttp(SandboxContext context) : IHttpEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/", AnswerAsync);
        routes.MapPost("/service/{service}/operation/{operation}", AnswerAsync);
        // Older SQS clients post to the queue's own URL.
        routes.MapPost("/{account:length(12):long}/{queue}", AnswerAsync);
        routes.MapFallback("{**path}", RefuseAsync);
    }

    /// <summary>Names what was asked for: an empty 404 or 405 would read as a mistake of the caller's.</summary>
    private Task RefuseAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count == 0)
        {
            // Nobody's SDK: plain HTTP to a path or a host name that is not there.
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return RestJson.RespondAsync(
            http,
            context,
            StatusCodes.Status200OK,
            (_, _) =>
                throw AwsException.NotInSandbox(
                    CredentialScope.Of(http.Request).Service,
                    $"{http.Request.Method} {http.Request.Path}"
                )
        );
    }

    [SuppressMessage("Design", "CA1031", Justification = "An SDK can show an error's text, but not an empty 500.")]
    private async Task AnswerAsync(HttpContext http)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, context.Stopping);
        var requestId = context.Ids.NextGuid().ToString();
        var protocol = ProtocolOf(http.Request);
        WireResponse response;
        try
        {
            response = await RunAsync(http.Request, protocol, requestId, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            http.Abort();
            return;
        }
        catch (ConnectionCutException)
        {
            http.Abort();
            return;
        }
        catch (Exception failure)
        {
            response = protocol.WriteError(Failure.Of(failure), requestId);
        }

        await WriteAsync(http.Response, protocol, response, requestId);
    }

    private async Task<WireResponse> RunAsync(
        HttpRequest request,
        IProtocol protocol,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        var service = WireService.Find(CredentialScope.Of(request).Service);
        var caller = Callers.Find(request, context);
        var body = await RequestBody.ReadAsync(request, cancellationToken);
        var (operation, input) = protocol.Read(request, service, body);
        JsonObject output;
        try
        {
            output = await ServeAsync(new WireCall(caller, service.SigningName, operation, input), cancellationToken);
        }
        catch (AwsException error) when (service.IsQueryCompatible && error.HasQueryCode)
        {
            request.HttpContext.Response.Headers["x-amzn-query-error"] = $"{error.QueryCode};Sender";
            throw;
        }

        return protocol.Write(service, operation, output, requestId);
    }

    private Task<JsonObject> ServeAsync(WireCall call, CancellationToken cancellationToken)
    {
        Task<JsonObject> WithAsync(JsonObject input) =>
            context.Aws.CallAsync(call.Caller, call.Service, call.Operation, input, cancellationToken);

        return context.Faults?.CallAsync(call, WithAsync, cancellationToken) ?? WithAsync(call.Input);
    }

    private static IProtocol ProtocolOf(HttpRequest request) =>
        request switch
        {
            _ when request.Path.StartsWithSegments("/service", StringComparison.Ordinal) => new CborProtocol(),
            _ when request.HasFormContentType => new QueryProtocol(),
            _ => new JsonProtocol(request.ContentType),
        };

    private static async Task WriteAsync(HttpResponse http, IProtocol protocol, WireResponse response, string requestId)
    {
        http.StatusCode = response.Status;
        http.ContentType = protocol.ContentType;
        http.Headers["x-amzn-RequestId"] = requestId;
        if (protocol is CborProtocol)
        {
            http.Headers["smithy-protocol"] = "rpc-v2-cbor";
        }

        await http.Body.WriteAsync(response.Body, http.HttpContext.RequestAborted);
    }
}
