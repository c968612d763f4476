namespace Amazon.EventBridge.Model;

/// <summary>What is added to the call of an API destination.</summary>
public class HttpParameters
{
    public List<string> PathParameterValues { get; set; }

    public Dictionary<string, string> HeaderParameters { get; set; }

    public Dictionary<string, string> QueryStringParameters { get; set; }
}
