namespace Firetiger.EventPatterns.Matching;

/// <summary>Where a scalar stands: an element of an array, which itself may stand in an element of another one.</summary>
/// <param name="Parent">The place of the array, 0 for none.</param>
/// <param name="Array">The array, counted from 0 in the order of the event.</param>
internal readonly record struct Place(int Parent, int Array);
