namespace Amazon.EventBridge.Model;

/// <summary>How a target's input is made from the event.</summary>
public class InputTransformer
{
    public Dictionary<string, string> InputPathsMap { get; set; }

    public string InputTemplate { get; set; }
}
