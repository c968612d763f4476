using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Firetiger.AwsPackages.Tests.EventBridge;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-west-1", "events.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", "events.cn-north-1.amazonaws.com.cn")]
    public void EventBridge_is_called_in_its_Region(string region, string host)
    {
        using var client = new AmazonEventBridgeClient("AKIDEXAMPLE", "secret", RegionEndpoint.GetBySystemName(region));

        var endpoint = client.DetermineServiceOperationEndpoint(new PutEventsRequest());

        new Uri(endpoint.URL).Host.ShouldBe(host);
    }

    [Fact]
    public void CloudWatch_is_called_in_its_Region()
    {
        using var client = new AmazonCloudWatchClient("AKIDEXAMPLE", "secret", RegionEndpoint.EUWest1);

        var endpoint = client.DetermineServiceOperationEndpoint(new PutMetricDataRequest());

        new Uri(endpoint.URL).Host.ShouldBe("monitoring.eu-west-1.amazonaws.com");
    }
}
