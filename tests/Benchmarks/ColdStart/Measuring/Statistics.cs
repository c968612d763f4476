namespace Firetiger.ColdStart.Measuring;

/// <summary>The middle of what was measured.</summary>
internal static class Statistics
{
    /// <summary>Finds the median.</summary>
    /// <typeparam name="TItem">What was measured.</typeparam>
    /// <typeparam name="TValue">A figure of it.</typeparam>
    /// <param name="items">The measurements, one at least.</param>
    /// <param name="value">Picks the figure.</param>
    /// <returns>The middle one; of an even number the lower of the two.</returns>
    public static TValue Median<TItem, TValue>(this IReadOnlyList<TItem> items, Func<TItem, TValue> value) =>
        items.Select(value).Order().ElementAt((items.Count - 1) / 2);
}
