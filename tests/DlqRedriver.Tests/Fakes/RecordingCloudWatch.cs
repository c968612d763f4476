using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>CloudWatch, noted before the wire: the stand-in and the published package speak different protocols.</summary>
internal sealed class RecordingCloudWatch(AmazonCloudWatchConfig config)
    : AmazonCloudWatchClient("AKID", "secret", config)
{
    public List<PutMetricDataRequest> Requests { get; } = [];

    public List<GetMetricDataRequest> Questions { get; } = [];

    public override Task<GetMetricDataResponse> GetMetricDataAsync(
        GetMetricDataRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Questions.Add(request);
        return base.GetMetricDataAsync(request, cancellationToken);
    }

    public override Task<PutMetricDataResponse> PutMetricDataAsync(
        PutMetricDataRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Requests.Add(request);
        return base.PutMetricDataAsync(request, cancellationToken);
    }
}
