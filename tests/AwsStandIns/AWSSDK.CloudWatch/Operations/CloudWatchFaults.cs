using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.CloudWatch.Operations;

/// <summary>
/// The exceptions that operations declare, by the name of the shape or by the code of the older query protocol; any
/// other code is the service's base exception, under the query protocol's code.
/// </summary>
internal static class CloudWatchFaults
{
    public static AmazonServiceException OfPutMetricData(ServiceFault fault) =>
        fault.Code switch
        {
            "InternalServiceFault" or "InternalServiceError" => new InternalServiceException(
                fault.Message,
                fault.Inner,
                fault.Type,
                fault.Code,
                fault.RequestId,
                fault.Status
            ),
            "InvalidParameterValueException" or "InvalidParameterValue" => new InvalidParameterValueException(
                fault.Message,
                fault.Inner,
                fault.Type,
                fault.Code,
                fault.RequestId,
                fault.Status
            ),
            "InvalidParameterCombinationException" or "InvalidParameterCombination" =>
                new InvalidParameterCombinationException(
                    fault.Message,
                    fault.Inner,
                    fault.Type,
                    fault.Code,
                    fault.RequestId,
                    fault.Status
                ),
            "MissingRequiredParameterException" or "MissingParameter" => new MissingRequiredParameterException(
                fault.Message,
                fault.Inner,
                fault.Type,
                fault.Code,
                fault.RequestId,
                fault.Status
            ),
            _ => Other(fault),
        };

    public static AmazonServiceException OfGetMetricData(ServiceFault fault) =>
        fault.Code is "InvalidNextToken"
            ? new InvalidNextTokenException(
                fault.Message,
                fault.Inner,
                fault.Type,
                fault.Code,
                fault.RequestId,
                fault.Status
            )
            : Other(fault);

    private static AmazonCloudWatchException Other(ServiceFault fault) =>
        new(
            fault.Message,
            fault.Inner,
            fault.Type,
            fault.QueryError?.Code ?? fault.Code,
            fault.RequestId,
            fault.Status
        );
}
