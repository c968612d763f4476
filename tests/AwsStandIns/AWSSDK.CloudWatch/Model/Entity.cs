namespace Amazon.CloudWatch.Model;

/// <summary>What metrics are about.</summary>
public class Entity
{
    public Dictionary<string, string> KeyAttributes { get; set; }

    public Dictionary<string, string> Attributes { get; set; }
}
