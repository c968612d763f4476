using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>Gives the pipeline the endpoint of a call.</summary>
internal sealed class AwsEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        AwsEndpointParameters.From(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
