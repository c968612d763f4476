#nullable enable
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util;

namespace AwsJson;

/// <summary>What decides the host of a call.</summary>
internal sealed class AwsEndpointParameters : EndpointParameters
{
    public string? Region { get; private init; }

    /// <summary>Set by the caller, AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_&lt;SERVICE&gt;; wins over the Region.</summary>
    public string? ServiceUrl { get; private init; }

    public bool UseDualStack { get; private init; }

    public bool UseFips { get; private init; }

    public static AwsEndpointParameters From(IClientConfig config, RegionEndpoint? alternate) =>
        new()
        {
            Region = (alternate ?? config.RegionEndpoint)?.SystemName ?? RegionOfUrl(config),
            ServiceUrl = config.ServiceURL,
            UseDualStack = config.UseDualstackEndpoint,
            UseFips = config.UseFIPSEndpoint,
        };

    private static string? RegionOfUrl(IClientConfig config) =>
        (config.AuthenticationRegion, config.ServiceURL) switch
        {
            ({ Length: > 0 } region, _) => region,
            (_, { Length: > 0 } url) => AWSSDKUtils.DetermineRegion(url),
            _ => null,
        };
}
