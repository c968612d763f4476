using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Where something is in an event, such as <c>detail.containers[1].exitCode</c>.</summary>
internal sealed class EventPath
{
    public static readonly EventPath Root = new(JsonPath.Root);

    private readonly JsonPath _path;

    private EventPath(JsonPath path) => _path = path;

    /// <summary>Gets a value indicating whether an element of an array is on the way.</summary>
    public bool IsInArray => _path.IsInArray;

    public EventPath Field(string name)
    {
        JsonPath path = _path;
        foreach (string part in name.Split('.'))
        {
            path = path.Field(part);
        }

        return new EventPath(path);
    }

    public EventPath Item(int index) => new(_path.Item(index));

    public override string ToString()
    {
        string text = _path.ToString();
        return text switch
        {
            "$" => "the event",
            ['$', '.', ..] => text[2..],
            _ => text[1..],
        };
    }
}
