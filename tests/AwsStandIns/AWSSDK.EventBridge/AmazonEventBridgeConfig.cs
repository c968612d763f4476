using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsJson;

namespace Amazon.EventBridge;

/// <summary>Where and how the client calls the service.</summary>
public class AmazonEventBridgeConfig : ClientConfig
{
    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("EventBridge", "4.0.0");

    public AmazonEventBridgeConfig()
        : base(AwsDefaultConfiguration.Create())
    {
        ServiceId = "EventBridge";
        AuthenticationServiceName = "events";
        EndpointProvider = new AwsEndpointProvider("events");
    }

    public override string RegionEndpointServiceName => "events";

    public override string ServiceVersion => "2015-10-07";

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(AwsEndpointParameters.From(this, parameters.AlternateEndpoint));
}
