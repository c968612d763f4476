using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Hosting;

/// <summary>Plain HTTP beside the AWS APIs: the Lambda Runtime API, response URLs, the ingest endpoint.</summary>
internal interface IHttpEndpoints
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The sandbox's one server.</param>
    void Map(IEndpointRouteBuilder routes);
}
