namespace Amazon.CloudWatch.Model;

/// <summary>A name and value that tell one metric from another.</summary>
public class Dimension
{
    public string Name { get; set; }

    public string Value { get; set; }
}
