using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Firetiger.AwsPackages.Tests.Wire;

namespace Firetiger.AwsPackages.Tests.EventBridge;

/// <summary>The environment belongs to the whole process, so these tests run alone.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class EndpointVariableTests
{
    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_EVENTBRIDGE")]
    public async Task The_endpoint_may_come_from_the_environment(string variable)
    {
        await using var server = await WireServer.StartAsync();
        using var environment = new ProcessEnvironment((variable, server.Url));
        using var client = new AmazonEventBridgeClient("AKIDEXAMPLE", "secret", RegionEndpoint.EUWest1);

        await client.PutEventsAsync(new PutEventsRequest(), TestContext.Current.CancellationToken);

        server.Calls.Single().Operation.ShouldBe("AWSEvents.PutEvents");
    }
}
