using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Lambda's own HTTP API, as far as a person at a command line needs it: look at a function and invoke it.</summary>
/// <param name="context">The sandbox.</param>
internal sealed class LambdaHttp(SandboxContext context) : IHttpEndpoints
{
    private const string Root = "/2015-03-31/functions/{function}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, (HttpContext http) => DescribeAsync(http, "GetFunction"));
        routes.MapGet($"{Root}/configuration", (HttpContext http) => DescribeAsync(http, "GetFunctionConfiguration"));
        routes.MapPost($"{Root}/invocations", InvokeAsync);
    }

    private static string Function(HttpContext http) => (string)http.Request.RouteValues["function"]!;

    private static JsonNode? Body(JsonObject output)
    {
        var payload = output.Text("Payload");
        try
        {
            return payload is null ? null : JsonNode.Parse(payload);
        }
        catch (JsonException)
        {
            return JsonValue.Create(payload);
        }
    }

    private Task DescribeAsync(HttpContext http, string operation) =>
        RestJson.RespondAsync(
            http,
            context,
            StatusCodes.Status200OK,
            async (caller, cancellationToken) =>
                await context.Aws.CallAsync(
                    caller,
                    "lambda",
                    operation,
                    new JsonObject { ["FunctionName"] = Function(http) },
                    cancellationToken
                )
        );

    private Task InvokeAsync(HttpContext http)
    {
        var type = http.Request.Headers["X-Amz-Invocation-Type"] is [{ Length: > 0 } given] ? given : "RequestResponse";
        return RestJson.RespondAsync(
            http,
            context,
            string.Equals(type, "Event", StringComparison.Ordinal) ? StatusCodes.Status202Accepted : 200,
            async (caller, cancellationToken) =>
            {
                using var reader = new StreamReader(http.Request.Body);
                var input = new JsonObject
                {
                    ["FunctionName"] = Function(http),
                    ["InvocationType"] = type,
                    ["Payload"] = await reader.ReadToEndAsync(cancellationToken),
                };
                var output = await context.Aws.CallAsync(caller, "lambda", "Invoke", input, cancellationToken);
                if (output.Text("FunctionError") is { } error)
                {
                    http.Response.Headers["X-Amz-Function-Error"] = error;
                }

                return Body(output);
            }
        );
    }
}
