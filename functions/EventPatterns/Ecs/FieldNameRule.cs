using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>Follows the names of a pattern through the fields of events, and says where they leave them.</summary>
internal sealed class FieldNameRule(DiagnosticBag findings)
{
    private static readonly EcsField Detail = EcsFields.Event.Children["detail"];

    // What templates, Terraform and the API call a pattern.
    private static readonly HashSet<string> Wrappers = new(
        ["EventPattern", "event_pattern", "event-pattern", "Pattern"],
        StringComparer.OrdinalIgnoreCase
    );

    // Names of the API and of other people's tools that no spell checker finds.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["status"] = "detail.lastStatus",
        ["state"] = "detail.lastStatus",
        ["taskStatus"] = "detail.lastStatus",
        ["cluster"] = "detail.clusterArn",
        ["clusterName"] = "detail.clusterArn",
        ["service"] = "detail.group",
        ["serviceName"] = "detail.group",
        ["family"] = "detail.taskDefinitionArn",
        ["taskDefinition"] = "detail.taskDefinitionArn",
        ["containerName"] = "detail.containers.name",
        ["capacityProvider"] = "detail.capacityProviderName",
    };

    /// <summary>Follows one name, which may have dots in it.</summary>
    /// <param name="member">The field of the pattern.</param>
    /// <param name="place">Where it stands in events.</param>
    /// <param name="scope">The events that are meant.</param>
    /// <returns>The field of events that is meant, or <see langword="null"/> where nothing is known of it.</returns>
    public EcsField? Follow(FieldMember member, EcsField place, in EventScope scope)
    {
        string name = member.Name;
        EcsField? field = place;
        int start = 0;
        while (field is not null && start <= name.Length)
        {
            int dot = name.IndexOf('.', start);
            int end = dot < 0 ? name.Length : dot;
            string step = start == 0 && dot < 0 ? name : name[start..end];
            field = Step(member, step, field, scope);
            start = end + 1;
        }

        return field;
    }

    private EcsField? Step(FieldMember member, string name, EcsField place, in EventScope scope)
    {
        if (place == Detail && scope.Target == EcsTarget.None)
        {
            return null;
        }

        if (place.Children.TryGetValue(name, out EcsField? known))
        {
            return (scope.IsOnlyEcs || known.IsTelling) && IsCarried(member, known, place, scope) ? known : null;
        }

        if (place.Path.Length == 0)
        {
            return Envelope(member, name, scope);
        }

        bool isListed = place.Type is EcsType.Object or EcsType.Objects;
        return isListed && scope.IsOnlyEcs ? Unknown(member, name, place, scope) : null;
    }

    private bool IsCarried(FieldMember member, EcsField field, EcsField place, in EventScope scope)
    {
        bool isJudged = scope.IsOnlyEcs && (scope.IsClosed || scope.Events == EcsEvents.CloudTrail);
        if (field.IsEnvelope || !isJudged || (field.Events & scope.Events) != EcsEvents.None)
        {
            return true;
        }

        string? suggestion = Elsewhere(field.Name, place, scope, field)?.Path;
        findings.Report(
            field.Events == EcsEvents.None
                ? FieldFindings.NotInEvents(field.Path, suggestion)
                : FieldFindings.OtherDetailType(field.Path, Carriers(field.Events), suggestion),
            member.NameSpan,
            member.Path
        );
        return false;
    }

    private EcsField? Envelope(FieldMember member, string name, in EventScope scope)
    {
        EcsField? meant = Meant(member, name, scope);
        if (Presence.IsRequired(member.Value))
        {
            Consequence consequence = scope.Consequence;
            Finding finding =
                member.Value is ObjectPattern && Wrappers.Contains(name)
                    ? FieldFindings.Wrapper(name, consequence)
                    : FieldFindings.UnknownEnvelopeField(name, meant?.Path, consequence);
            findings.Report(
                finding with
                {
                    OnlyWarns = finding.OnlyWarns || scope.Target == EcsTarget.None,
                },
                member.NameSpan,
                member.Path
            );
        }

        return meant;
    }

    /// <summary>Finds a field that the name may stand for, of the same shape: an object for an object, a value for values.</summary>
    private static EcsField? Meant(FieldMember member, string name, in EventScope scope)
    {
        bool isObject = member.Value is ObjectPattern;
        string? envelope = SpellChecker.Suggest(name, EcsFields.Event.Children.Keys);
        EcsField? atTop = envelope is null ? null : EcsFields.Event.Children[envelope];
        EcsField? meant =
            scope.IsOnlyEcs && (atTop is null || !SpellChecker.IsNearMiss(name, atTop.Name))
                ? EcsFields.Named(name, scope.Events).FirstOrDefault() ?? atTop
                : atTop;
        return meant?.HoldsObjects == isObject ? meant : null;
    }

    private EcsField? Unknown(FieldMember member, string name, EcsField place, in EventScope scope)
    {
        string path = $"{place.Path}.{name}";
        if (place.Children.Values.FirstOrDefault(field => IsSameButCase(field.Name, name)) is { } same)
        {
            bool isCertain = !scope.InOr && Presence.IsRequired(member.Value);
            Finding finding = isCertain
                ? FieldFindings.WrongCase(path, same.Path, scope.Consequence)
                : FieldFindings.Misspelt(path, same.Path);
            findings.Report(finding, member.NameSpan, member.Path);
            return same;
        }

        if (!scope.IsClosed)
        {
            return null;
        }

        EcsField? meant = Elsewhere(name, place, scope, but: null);
        if (meant is not null)
        {
            findings.Report(Misplaced(member, path, meant), member.NameSpan, member.Path);
            return string.Equals(meant.Name, name, StringComparison.Ordinal) ? meant : null;
        }

        string? spelt = SpellChecker.Suggest(name, place.Children.Keys);
        findings.Report(
            spelt is null ? FieldFindings.UnknownField(path) : FieldFindings.Misspelt(path, place.Children[spelt].Path),
            member.NameSpan,
            member.Path
        );
        return spelt is null ? null : place.Children[spelt];
    }

    private static Finding Misplaced(FieldMember member, string path, EcsField meant)
    {
        Finding finding = FieldFindings.Misplaced(path, meant.Path);
        if (meant == Detail)
        {
            return finding with
            {
                Hint = member.Name is "detail"
                    ? "remove the inner `detail`, and keep its fields"
                    : "remove the leading `detail.`",
            };
        }

        return meant.Path is "detail.group" && ServiceGroup.IsServiceName(path)
            ? finding with
            {
                Hint = ServiceGroup.Mended(member),
            }
            : finding;
    }

    /// <summary>Finds the field that means the same, or that has the name elsewhere in these events.</summary>
    private static EcsField? Elsewhere(string name, EcsField place, in EventScope scope, EcsField? but)
    {
        EcsEvents events = scope.Events;
        if (place == Detail && Aliases.TryGetValue(name, out string? alias))
        {
            EcsField meant = EcsFields.All.First(field => string.Equals(field.Path, alias, StringComparison.Ordinal));
            if ((meant.Events & events) != EcsEvents.None)
            {
                return meant;
            }
        }

        return EcsFields
            .Named(name, events)
            .FirstOrDefault(field =>
                field != but && field.Events != EcsEvents.CloudTrail && (!field.IsEnvelope || place == Detail)
            );
    }

    private static bool IsSameButCase(string known, string name) =>
        string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    private static string Carriers(EcsEvents events)
    {
        EcsEvents shown = events == EcsEvents.CloudTrail ? events : events & ~EcsEvents.Open;
        return string.Join(
            " or ",
            EcsValues
                .DetailTypes.Where((_, index) => (EcsValues.Kinds[index] & shown) != EcsEvents.None)
                .Select(name => $"`{name}`")
        );
    }
}
