namespace Amazon.CloudWatch.Model;

/// <summary>Values of one metric at one time.</summary>
public class MetricDatum
{
    public string MetricName { get; set; }

    public List<Dimension> Dimensions { get; set; }

    public DateTime? Timestamp { get; set; }

    public double? Value { get; set; }

    public StatisticSet StatisticValues { get; set; }

    public List<double> Values { get; set; }

    public List<double> Counts { get; set; }

    public StandardUnit Unit { get; set; }

    public int? StorageResolution { get; set; }
}
