using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>Puts the service's endpoint and signing rules into the SDK's pipeline.</summary>
internal static class AwsPipeline
{
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        // Each is put right behind the marshaller, so signing is decided first, as in the published clients.
        pipeline.AddHandlerAfter<Marshaller>(new AwsEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Resolver());
    }
}
