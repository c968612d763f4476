using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>Request of PutMetricData.</summary>
public class PutMetricDataRequest : AmazonWebServiceRequest
{
    public string Namespace { get; set; }

    public List<MetricDatum> MetricData { get; set; }

    public List<EntityMetricData> EntityMetricData { get; set; }

    public bool? StrictEntityValidation { get; set; }
}
