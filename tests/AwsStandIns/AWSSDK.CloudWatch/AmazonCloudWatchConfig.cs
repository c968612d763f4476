using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsJson;

namespace Amazon.CloudWatch;

/// <summary>Where and how the client calls the service.</summary>
public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString("CloudWatch", "4.0.0");

    public AmazonCloudWatchConfig()
        : base(AwsDefaultConfiguration.Create())
    {
        ServiceId = "CloudWatch";
        AuthenticationServiceName = "monitoring";
        EndpointProvider = new AwsEndpointProvider("monitoring");
    }

    public override string RegionEndpointServiceName => "monitoring";

    public override string ServiceVersion => "2010-08-01";

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(AwsEndpointParameters.From(this, parameters.AlternateEndpoint));
}
