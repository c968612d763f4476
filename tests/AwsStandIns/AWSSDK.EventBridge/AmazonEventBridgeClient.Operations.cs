using Amazon.EventBridge.Model;
using Amazon.EventBridge.Operations;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.EventBridge;

public partial class AmazonEventBridgeClient
{
    public virtual Task<PutEventsResponse> PutEventsAsync(
        PutEventsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<PutEventsResponse>(request, EventBridgeOperations.PutEvents, cancellationToken);

    public virtual Task<TestEventPatternResponse> TestEventPatternAsync(
        TestEventPatternRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<TestEventPatternResponse>(request, EventBridgeOperations.TestEventPattern, cancellationToken);

    public virtual Task<DescribeEventBusResponse> DescribeEventBusAsync(
        DescribeEventBusRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeEventBusResponse>(request, EventBridgeOperations.DescribeEventBus, cancellationToken);

    public virtual Task<DescribeRuleResponse> DescribeRuleAsync(
        DescribeRuleRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeRuleResponse>(request, EventBridgeOperations.DescribeRule, cancellationToken);

    public virtual Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(
        ListTargetsByRuleRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListTargetsByRuleResponse>(request, EventBridgeOperations.ListTargetsByRule, cancellationToken);

    public virtual Task<DescribeApiDestinationResponse> DescribeApiDestinationAsync(
        DescribeApiDestinationRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DescribeApiDestinationResponse>(
            request,
            EventBridgeOperations.DescribeApiDestination,
            cancellationToken
        );

    public virtual Task<DescribeConnectionResponse> DescribeConnectionAsync(
        DescribeConnectionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeConnectionResponse>(request, EventBridgeOperations.DescribeConnection, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));
}
