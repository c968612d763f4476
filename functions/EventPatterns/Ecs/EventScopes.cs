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

    /// <summary>Finds it out for a whole pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The scope.</returns>
    public static EventScope Of(ObjectPattern pattern) => Within(pattern, new(EcsTarget.Possible, EcsEvents.All));

    /// <summary>Finds it out for a pattern or an alternative of <c>$or</c> at the top.</summary>
    /// <param name="pattern">The pattern or alternative.</param>
    /// <param name="outer">What holds around it.</param>
    /// <returns>The scope.</returns>
    public static EventScope Within(ObjectPattern pattern, in EventScope outer)
    {
        EcsTarget? target = null;
        EcsEvents? events = null;
        bool namesEcs = false;
        foreach (PatternMember member in pattern.Members)
        {
            if (member is OrMember either && !outer.IsTooDeep)
            {
                EventScope inner = OfBranches(either, outer);
                target = inner.Target == outer.Target ? target : inner.Target;
                events = inner.Events == outer.Events ? events : inner.Events;
            }
            else if (member is FieldMember { Name: "source", Value: LeafPattern source })
            {
                target = TargetOf(source);
            }
            else if (member is FieldMember { Name: "detail-type", Value: LeafPattern detailType })
            {
                events = EventsOf(detailType);
                namesEcs = NamesEcs(detailType);
            }
        }

        EcsTarget found = target ?? outer.Target;
        if (found == EcsTarget.Possible && target is null && events is { } named)
        {
            found = namesEcs ? EcsTarget.Only : WithoutSource(named);
        }

        return outer with
        {
            Target = found,
            Events = events ?? outer.Events,
        };
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

    private static EcsTarget WithoutSource(EcsEvents events) =>
        (events & ~EcsEvents.Other) == EcsEvents.None ? EcsTarget.None : EcsTarget.Possible;

    private static EventScope OfBranches(OrMember either, in EventScope outer)
    {
        EventScope? all = null;
        foreach (ObjectPattern branch in either.Branches)
        {
            EventScope one = Within(branch, outer with { Depth = outer.Depth + 1 });
            all = all is { } sum ? Union(sum, one) : one;
        }

        return all ?? outer;
    }

    private static EventScope Union(in EventScope one, in EventScope other) =>
        new(one.Target == other.Target ? one.Target : EcsTarget.Possible, one.Events | other.Events);

    private static EcsTarget TargetOf(LeafPattern source)
    {
        EventScalar ecs = new(EventScalarKind.String, Source);
        bool any = false;
        bool only = true;
        foreach (Alternative alternative in source.Alternatives)
        {
            bool isMeant = SourceRule.IsMeant(Literal.Of(alternative.Match));
            any |= isMeant || alternative.Match.Matches(ecs);
            only &= isMeant;
        }

        if (!any)
        {
            return EcsTarget.None;
        }

        return only ? EcsTarget.Only : EcsTarget.Possible;
    }

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
