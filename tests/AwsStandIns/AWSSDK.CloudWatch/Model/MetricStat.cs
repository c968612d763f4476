namespace Amazon.CloudWatch.Model;

/// <summary>A metric with its statistic and period, in seconds.</summary>
public class MetricStat
{
    public Metric Metric { get; set; }

    public int? Period { get; set; }

    public string Stat { get; set; }

    public StandardUnit Unit { get; set; }
}
