namespace Amazon.CloudWatch.Model;

/// <summary>Values of one query; Values[i] belongs to Timestamps[i].</summary>
public class MetricDataResult
{
    public string Id { get; set; }

    public string Label { get; set; }

    public List<DateTime> Timestamps { get; set; }

    public List<double> Values { get; set; }

    public StatusCode StatusCode { get; set; }

    public List<MessageData> Messages { get; set; }
}
