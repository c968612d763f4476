#nullable enable
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace AwsJson;

/// <summary>The endpoint rules that all services share: <c>https://host[-fips].region.suffix</c>.</summary>
internal sealed class AwsEndpointProvider(string host) : IEndpointProvider
{
    /// <summary>The URL of the configuration, else the Region's.</summary>
    /// <exception cref="AmazonClientException">Neither a Region nor a URL is configured.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var rule = (AwsEndpointParameters)parameters;
        return rule switch
        {
            { ServiceUrl: { Length: > 0 } url } => new Endpoint(url),
            { Region: { Length: > 0 } region } => new Endpoint(Url(rule, region)),
            _ => throw new AmazonClientException("No RegionEndpoint or ServiceURL configured"),
        };
    }

    private string Url(AwsEndpointParameters rule, string region)
    {
        var fips = rule.UseFips ? "-fips" : "";
        var suffix = rule.UseDualStack ? "api.aws" : RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        return $"https://{host}{fips}.{region}.{suffix}";
    }
}
