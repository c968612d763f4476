using Amazon.EventBridge.Model;
using Amazon.EventBridge.Wire;
using Amazon.Runtime.Internal;
using AwsJson;

namespace Amazon.EventBridge.Operations;

/// <summary>How each operation is written, read and refused.</summary>
internal static class EventBridgeOperations
{
    private static readonly AwsJsonService _service = new(
        ServiceName: "Amazon.EventBridge",
        TargetPrefix: "AWSEvents",
        ApiVersion: "2015-10-07",
        ContentType: "application/x-amz-json-1.1"
    );

    public static InvokeOptions PutEvents { get; } =
        AwsJsonOperation.Create<PutEventsRequest, PutEventsResponse>(
            _service,
            "PutEvents",
            PutEventsRequestWire.Write,
            PutEventsResponseWire.Read,
            EventBridgeFaults.InternalOnly
        );

    public static InvokeOptions TestEventPattern { get; } =
        AwsJsonOperation.Create<TestEventPatternRequest, TestEventPatternResponse>(
            _service,
            "TestEventPattern",
            TestEventPatternRequestWire.Write,
            TestEventPatternResponseWire.Read,
            EventBridgeFaults.WithInvalidEventPattern
        );

    public static InvokeOptions DescribeEventBus { get; } =
        AwsJsonOperation.Create<DescribeEventBusRequest, DescribeEventBusResponse>(
            _service,
            "DescribeEventBus",
            DescribeEventBusRequestWire.Write,
            DescribeEventBusResponseWire.Read,
            EventBridgeFaults.WithResourceNotFound
        );

    public static InvokeOptions DescribeRule { get; } =
        AwsJsonOperation.Create<DescribeRuleRequest, DescribeRuleResponse>(
            _service,
            "DescribeRule",
            DescribeRuleRequestWire.Write,
            DescribeRuleResponseWire.Read,
            EventBridgeFaults.WithResourceNotFound
        );

    public static InvokeOptions ListTargetsByRule { get; } =
        AwsJsonOperation.Create<ListTargetsByRuleRequest, ListTargetsByRuleResponse>(
            _service,
            "ListTargetsByRule",
            ListTargetsByRuleRequestWire.Write,
            ListTargetsByRuleResponseWire.Read,
            EventBridgeFaults.WithResourceNotFound
        );

    public static InvokeOptions DescribeApiDestination { get; } =
        AwsJsonOperation.Create<DescribeApiDestinationRequest, DescribeApiDestinationResponse>(
            _service,
            "DescribeApiDestination",
            DescribeApiDestinationRequestWire.Write,
            DescribeApiDestinationResponseWire.Read,
            EventBridgeFaults.WithResourceNotFound
        );

    public static InvokeOptions DescribeConnection { get; } =
        AwsJsonOperation.Create<DescribeConnectionRequest, DescribeConnectionResponse>(
            _service,
            "DescribeConnection",
            DescribeConnectionRequestWire.Write,
            DescribeConnectionResponseWire.Read,
            EventBridgeFaults.WithResourceNotFound
        );
}
