using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>One page of metric values.</summary>
public class GetMetricDataResponse : AmazonWebServiceResponse
{
    public List<MetricDataResult> MetricDataResults { get; set; }

    public string NextToken { get; set; }

    public List<MessageData> Messages { get; set; }
}
