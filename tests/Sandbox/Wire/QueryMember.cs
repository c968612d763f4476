namespace Firetiger.Sandbox.Wire;

/// <summary>A list or map that the Query protocol writes flattened under a name of its own.</summary>
/// <param name="Name">The member's name in the API reference's JSON.</param>
/// <param name="Key">The name of a map entry's key, or null for a list.</param>
internal sealed record QueryMember(string Name, string? Key = null);
