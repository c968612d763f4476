namespace Amazon.CloudWatch.Model;

/// <summary>How dates in labels are written.</summary>
public class LabelOptions
{
    public string Timezone { get; set; }
}
