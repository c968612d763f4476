using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>Finds out for which events a pattern is, from its <c>source</c> and <c>detail-type</c>, which may stand in <c>$or</c>.</summary>
internal static class EventScopes
{
    private static readonly byte[] Source = Encoding.ASCII.GetBytes(EcsFields.Source);
    private static readonly EcsField DetailType = EcsFields.Event.Children["detail-type"];

    /// <summary>Gets what holds where nothing is said yet.</summary>
    public static EventScope Any => new(EcsTarget.Possible, EcsEvents.All);

    /// <summary>Finds it out for a whole pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The scope.</returns>
    public static EventScope Of(ObjectPattern pattern) => Within(pattern, Any);

    /// <summary>Finds it out for a pattern or an alternative of <c>$or</c> at the top.</summary>
    /// <param name="pattern">The pattern or alternative.</param>
    /// <param name="outer">What holds around it.</param>
    /// <returns>The scope.</returns>
    public static EventScope Within(ObjectPattern pattern, in EventScope outer)
    {
        EventScope found = outer;
        foreach (PatternMember member in pattern.Members)
        {
            found = After(found, member);
        }

        return found;
    }

    /// <summary>Reads the next member: what stands later replaces what was said of the same field before.</summary>
    /// <param name="found">What holds before it.</param>
    /// <param name="member">The member, of the pattern or of an alternative of <c>$or</c> at the top.</param>
    /// <returns>What holds after it.</returns>
    public static EventScope After(in EventScope found, PatternMember member)
    {
        switch (member)
        {
            case OrMember either when !found.IsTooDeep:
                return OfBranches(either, found);
            case FieldMember { Name: "source", Value: LeafPattern source }:
                return found with { Target = TargetOf(source), NamesSource = true };
            case FieldMember { Name: "detail-type", Value: LeafPattern detailType }:
                EcsEvents events = EventsOf(detailType);
                EcsTarget target = found.NamesSource ? found.Target : WithoutSource(detailType, events);
                return found with { Target = target, Events = events };
            default:
                return found;
        }
    }

    /// <summary>Tells whether all values of a detail-type are such as only ECS sends.</summary>
    /// <param name="detailType">The values.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public static bool NamesEcs(LeafPattern detailType)
    {
        foreach (Alternative alternative in detailType.Alternatives)
        {
            if (Literal.Of(alternative.Match)?.StartsWith("ECS ", StringComparison.OrdinalIgnoreCase) != true)
            {
                return false;
            }
        }

        return detailType.Alternatives.Count > 0;
    }

    private static EcsTarget WithoutSource(LeafPattern detailType, EcsEvents events)
    {
        if (NamesEcs(detailType))
        {
            return EcsTarget.Only;
        }

        return (events & ~EcsEvents.Other) == EcsEvents.None ? EcsTarget.None : EcsTarget.Possible;
    }

    private static EventScope OfBranches(OrMember either, EventScope outer)
    {
        EventScope? all = null;
        foreach (ObjectPattern branch in either.Branches)
        {
            EventScope one = Within(branch, outer with { Depth = outer.Depth + 1 });
            all = all is { } sum ? Union(sum, one) : one;
        }

        return (all ?? outer) with
        {
            Depth = outer.Depth,
        };
    }

    private static EventScope Union(in EventScope one, in EventScope other) =>
        one with
        {
            Target = one.Target == other.Target ? one.Target : EcsTarget.Possible,
            Events = one.Events | other.Events,
            NamesSource = one.NamesSource || other.NamesSource,
        };

    private static EcsTarget TargetOf(LeafPattern source)
    {
        EventScalar ecs = new(EventScalarKind.String, Source);
        bool any = false;
        bool only = true;
        foreach (Alternative alternative in source.Alternatives)
        {
            bool matches = alternative.Match.Matches(ecs);
            bool isMeant =
                SourceRule.IsMeant(Literal.Of(alternative.Match)) || (matches && IsNarrow(alternative.Match));
            any |= isMeant || matches;
            only &= isMeant;
        }

        if (!any)
        {
            return EcsTarget.None;
        }

        return only ? EcsTarget.Only : EcsTarget.Possible;
    }

    /// <summary>Tells whether a match that takes <c>aws.ecs</c> takes no other source that exists.</summary>
    private static bool IsNarrow(ValueMatch match) =>
        match is IgnoreCaseMatch or WildcardMatch { Pieces.Length: 1 } or PrefixMatch { Text: EcsFields.Source };

    private static EcsEvents EventsOf(LeafPattern detailType)
    {
        EcsEvents events = EcsEvents.None;
        foreach (Alternative alternative in detailType.Alternatives)
        {
            EcsEvents found = EventsOf(alternative.Match);
            events |= found == EcsEvents.None ? EcsEvents.Other : found;
        }

        return events;
    }

    private static EcsEvents EventsOf(ValueMatch match)
    {
        EcsEvents events = EcsEvents.None;
        for (int index = 0; index < DetailType.Values.Count; index++)
        {
            if (match.Matches(DetailType.ValueAt(index)))
            {
                events |= EcsValues.Kinds[index];
            }
        }

        return events == EcsEvents.None && Literal.Of(match) is { } written ? Nearest(written) : events;
    }

    private static EcsEvents Nearest(string written)
    {
        string? meant = written.StartsWith("ECS ", StringComparison.OrdinalIgnoreCase)
            ? SpellChecker.Suggest(written, EcsValues.DetailTypes)
            : null;
        return meant is null ? EcsEvents.Other : EcsValues.Kinds[Array.IndexOf(EcsValues.DetailTypes, meant)];
    }
}
