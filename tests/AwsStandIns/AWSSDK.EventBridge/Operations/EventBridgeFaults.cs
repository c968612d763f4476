using Amazon.EventBridge.Model;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.EventBridge.Operations;

/// <summary>The exceptions that operations declare; any other code is the service's base exception.</summary>
internal static class EventBridgeFaults
{
    public static AmazonServiceException InternalOnly(ServiceFault fault) =>
        fault.Code is "InternalException"
            ? new InternalException(fault.Message, fault.Inner, fault.Type, fault.Code, fault.RequestId, fault.Status)
            : new AmazonEventBridgeException(
                fault.Message,
                fault.Inner,
                fault.Type,
                fault.Code,
                fault.RequestId,
                fault.Status
            );

    public static AmazonServiceException WithResourceNotFound(ServiceFault fault) =>
        fault.Code is "ResourceNotFoundException"
            ? new ResourceNotFoundException(
                fault.Message,
                fault.Inner,
                fault.Type,
                fault.Code,
                fault.RequestId,
                fault.Status
            )
            : InternalOnly(fault);

    public static AmazonServiceException WithInvalidEventPattern(ServiceFault fault) =>
        fault.Code is "InvalidEventPatternException"
            ? new InvalidEventPatternException(
                fault.Message,
                fault.Inner,
                fault.Type,
                fault.Code,
                fault.RequestId,
                fault.Status
            )
            : InternalOnly(fault);
}
