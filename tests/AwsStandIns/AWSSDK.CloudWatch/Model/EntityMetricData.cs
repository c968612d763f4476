namespace Amazon.CloudWatch.Model;

/// <summary>Metrics that belong to an entity.</summary>
public class EntityMetricData
{
    public Entity Entity { get; set; }

    public List<MetricDatum> MetricData { get; set; }
}
