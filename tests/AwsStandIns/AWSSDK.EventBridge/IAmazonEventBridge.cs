using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.EventBridge;

/// <summary>The operations of EventBridge that this repository calls.</summary>
public interface IAmazonEventBridge : IAmazonService, IDisposable
{
    Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);

    Task<TestEventPatternResponse> TestEventPatternAsync(
        TestEventPatternRequest request,
        CancellationToken cancellationToken = default
    );

    Task<DescribeEventBusResponse> DescribeEventBusAsync(
        DescribeEventBusRequest request,
        CancellationToken cancellationToken = default
    );

    Task<DescribeRuleResponse> DescribeRuleAsync(
        DescribeRuleRequest request,
        CancellationToken cancellationToken = default
    );

    Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(
        ListTargetsByRuleRequest request,
        CancellationToken cancellationToken = default
    );

    Task<DescribeApiDestinationResponse> DescribeApiDestinationAsync(
        DescribeApiDestinationRequest request,
        CancellationToken cancellationToken = default
    );

    Task<DescribeConnectionResponse> DescribeConnectionAsync(
        DescribeConnectionRequest request,
        CancellationToken cancellationToken = default
    );

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);
}
