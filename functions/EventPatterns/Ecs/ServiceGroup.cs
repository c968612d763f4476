using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Rules;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// A task tells its service by its group, <c>service:NAME</c>. Tasks run by hand have <c>family:NAME</c>, or any group that was given to
/// them; so a name alone is possible, but rarely meant.
/// </summary>
internal static class ServiceGroup
{
    private const string Service = "service:";
    private const string Family = "family:";

    public static bool IsServiceName(string path) => path is "detail.service" or "detail.serviceName";

    /// <summary>Writes what a field that events do not have asks of a service.</summary>
    /// <param name="member">The field.</param>
    /// <returns>The hint.</returns>
    public static string Mended(FieldMember member)
    {
        ValueMatch? only = member.Value is LeafPattern { Alternatives: [var one] } ? one.Match : null;
        string? written = only is ExactStringMatch exact && !TextRule.Explains(exact.Text) ? exact.Text : null;
        string name = written is null ? "my-service" : written[(written.LastIndexOf('/') + 1)..];
        string group = name.StartsWith(Service, StringComparison.Ordinal) ? name : Service + name;
        return $"the group of a task names its service: write `\"group\": [{JsonQuoting.Quoted(group)}]`";
    }

    /// <summary>Judges a value asked of the group of a task.</summary>
    /// <param name="match">What is asked for.</param>
    /// <returns>The finding, or <see langword="null"/>.</returns>
    public static Finding? Judge(ValueMatch match)
    {
        string? text = match is PrefixMatch prefix ? prefix.Text : Literal.Of(match);
        if (text is not { Length: > 0 } || text.Contains(':', StringComparison.Ordinal) || TextRule.Explains(text))
        {
            return null;
        }

        bool isPrefix = match is PrefixMatch;
        if (isPrefix && (IsBeginning(Service, text) || IsBeginning(Family, text)))
        {
            return null;
        }

        string group = JsonQuoting.Quoted(Service + text);
        return EventValueFindings.Form(
            $"`group` is `service:` or `family:` and a name, unless a task was given a group of its own; `{text}` is neither",
            $"for a service write `{(isPrefix ? $"{{\"prefix\": {group}}}" : group)}`"
        );
    }

    private static bool IsBeginning(string whole, string text) => whole.StartsWith(text, StringComparison.Ordinal);
}
