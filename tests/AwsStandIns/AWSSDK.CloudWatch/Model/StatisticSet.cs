namespace Amazon.CloudWatch.Model;

/// <summary>Values already aggregated by the caller.</summary>
public class StatisticSet
{
    public double? SampleCount { get; set; }

    public double? Sum { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }
}
