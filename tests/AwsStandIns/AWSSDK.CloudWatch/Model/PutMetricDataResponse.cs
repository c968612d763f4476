using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>Answer of PutMetricData; it carries nothing.</summary>
public class PutMetricDataResponse : AmazonWebServiceResponse;
