using Amazon.CloudWatch.Model;
using Amazon.CloudWatch.Wire;
using Amazon.Runtime.Internal;
using AwsJson;

namespace Amazon.CloudWatch.Operations;

/// <summary>How each operation is written, read and refused.</summary>
internal static class CloudWatchOperations
{
    private static readonly AwsJsonService _service = new(
        ServiceName: "Amazon.CloudWatch",
        TargetPrefix: "GraniteServiceVersion20100801",
        ApiVersion: "2010-08-01",
        ContentType: "application/x-amz-json-1.0"
    );

    public static InvokeOptions PutMetricData { get; } =
        AwsJsonOperation.Create<PutMetricDataRequest, PutMetricDataResponse>(
            _service,
            "PutMetricData",
            PutMetricDataRequestWire.Write,
            static _ => new PutMetricDataResponse(),
            CloudWatchFaults.OfPutMetricData,
            compress: true
        );

    public static InvokeOptions GetMetricData { get; } =
        AwsJsonOperation.Create<GetMetricDataRequest, GetMetricDataResponse>(
            _service,
            "GetMetricData",
            GetMetricDataRequestWire.Write,
            GetMetricDataResponseWire.Read,
            CloudWatchFaults.OfGetMetricData
        );
}
