namespace Firetiger.EventPatterns.Explanation;

/// <summary>The element of an array in which a value stands; elements within elements are a chain.</summary>
/// <param name="around">The element around the array, or <see langword="null"/>.</param>
/// <param name="array">The array, numbered through the event.</param>
/// <param name="element">The element's index.</param>
/// <param name="path">Where the element is.</param>
internal sealed class EventPlace(EventPlace? around, int array, int element, EventPath path)
{
    public EventPlace? Around => around;

    public int Array => array;

    public int Element => element;

    public EventPath Path => path;

    /// <summary>Finds where two places part: an array of which each stands in another element.</summary>
    /// <param name="first">A place, or <see langword="null"/> outside of arrays.</param>
    /// <param name="second">The other.</param>
    /// <returns>The element of each, or <see langword="null"/> when they agree.</returns>
    public static (EventPlace First, EventPlace Second)? Parting(EventPlace? first, EventPlace? second)
    {
        for (EventPlace? one = first; one is not null; one = one.Around)
        {
            for (EventPlace? other = second; other is not null; other = other.Around)
            {
                if (one.Array == other.Array && one.Element != other.Element)
                {
                    return (one, other);
                }
            }
        }

        return null;
    }
}
