using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>What stands behind a <c>$or</c> at the top. It replaces what the alternatives of that say of the same fields.</summary>
/// <param name="around">The pattern or alternative that has the <c>$or</c>.</param>
/// <param name="first">The index of the member behind it.</param>
/// <param name="outer">What stands behind all that, if it is itself within <c>$or</c>.</param>
internal sealed class LaterMembers(ObjectPattern around, int first, LaterMembers? outer)
{
    // Alternatives are many and differ in few ways.
    private readonly Dictionary<EventScope, EventScope> _known = [];

    /// <summary>Finds out for which events an alternative is, from what it says itself.</summary>
    /// <param name="branch">What holds at the end of the alternative.</param>
    /// <returns>What holds at the end of the pattern.</returns>
    public EventScope Apply(in EventScope branch)
    {
        if (_known.TryGetValue(branch, out EventScope known))
        {
            return known;
        }

        EventScope found = branch;
        for (int index = first; index < around.Members.Count; index++)
        {
            found = EventScopes.After(found, around.Members[index]);
        }

        found = outer?.Apply(found) ?? found;
        _known.Add(branch, found);
        return found;
    }
}
