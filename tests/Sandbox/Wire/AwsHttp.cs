using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Wire;

/// <summary>Reads AWS's protocols off HTTP: JSON 1.0 and 1.1, Query, Smithy RPC v2 CBOR.</summary>
internal sealed class AwsHttp(SandboxContext context) : IHttpEndpoints
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/", (HttpContext http) => http.Response.WriteAsync($"{context.Endpoint}", http.RequestAborted));
}
