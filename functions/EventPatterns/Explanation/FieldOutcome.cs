namespace Firetiger.EventPatterns.Explanation;

/// <summary>How one field of a pattern ended.</summary>
public enum FieldOutcome
{
    /// <summary>A value, or its absence, satisfies it.</summary>
    Matches,

    /// <summary>The event has no value there. Objects and empty arrays are no values.</summary>
    Missing,

    /// <summary>There are values, but none satisfies it.</summary>
    OtherValue,

    /// <summary>There are only values that <c>anything-but</c> excludes.</summary>
    Excluded,

    /// <summary>There is a value where <c>exists: false</c> wants none.</summary>
    Present,

    /// <summary>Values satisfy it, but stand in other elements of an array than those that satisfy the fields before it.</summary>
    OtherElement,
}
