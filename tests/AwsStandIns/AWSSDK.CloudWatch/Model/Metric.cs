namespace Amazon.CloudWatch.Model;

/// <summary>A metric's identity.</summary>
public class Metric
{
    public string Namespace { get; set; }

    public string MetricName { get; set; }

    public List<Dimension> Dimensions { get; set; }
}
