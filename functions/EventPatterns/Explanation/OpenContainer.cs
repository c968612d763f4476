namespace Firetiger.EventPatterns.Explanation;

/// <summary>An object or array of an event that is being read.</summary>
/// <param name="Node">Where it is in the paths of the pattern.</param>
/// <param name="Path">Where it is in the event.</param>
/// <param name="Place">The element of an array that it is or stands in.</param>
/// <param name="Array">The number of an array, or <see langword="null"/> for an object.</param>
internal sealed record OpenContainer(FieldNode Node, EventPath Path, EventPlace? Place, int? Array)
{
    /// <summary>Gets or sets how many members or elements have been read.</summary>
    public int Count { get; set; }

    public void Close()
    {
        if (Array is null)
        {
            Node.AddContainer(Path, Count == 0 ? "an empty object" : "an object");
        }
        else if (Count == 0)
        {
            Node.AddContainer(Path, "an empty array");
        }
    }
}
