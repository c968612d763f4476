using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>Values of a list may each be impossible for a reason of its own. Only when all are, nothing matches.</summary>
internal static class DeadValues
{
    /// <summary>Tells whether one value of a list may match at all.</summary>
    /// <param name="leaf">The list.</param>
    /// <param name="field">Its field.</param>
    /// <param name="scope">The events that it is for.</param>
    /// <returns><see langword="false"/> when each of them never does.</returns>
    public static bool LeavesOne(LeafPattern leaf, EcsField field, in EventScope scope)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (!IsDead(alternative, field, scope))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDead(Alternative alternative, EcsField field, in EventScope scope) =>
        WrongTypeRule.IsDead(alternative.Match, field)
        || (field.IsEnvelope && EnvelopeValueRule.IsDead(alternative, field.Form))
        || (field.Path is "source" && SourceRule.IsNearMiss(Literal.Of(alternative.Match)))
        || (scope.IsOnlyEcs && !field.TakesOthers && KnownValueRule.NearMiss(alternative.Match, field) is not null);
}
