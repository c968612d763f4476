using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Tells what an event has in place of a field that it does not have.</summary>
internal static class MissingField
{
    private const string Detail = "detail";

    public static string Describe(FieldEvidence field)
    {
        string missing = Missing(field);
        bool asksNull = field.Matches.Any(match => match.ToString() is "null");
        return asksNull ? missing + "; null asks for a null in the event, not for a missing field" : missing;
    }

    private static string Missing(FieldEvidence field)
    {
        if (field.Trail[^1].Container is { } container)
        {
            return $"`{container.Path}` is {container.Shape}, which is no value";
        }

        string[] names = field.Path.Split('.');
        int reached = field.Trail.FindLastIndex(node => node.Container is not null || node.Scalars.Count > 0);
        FieldNode around = field.Trail[reached];
        string place = reached == 0 ? "the event" : $"`{string.Join('.', names[..reached])}`";
        if (around.Container is null)
        {
            return $"{place} is {ValueText.Of(around.Scalars[0])}, so there is nothing below it";
        }

        return $"{place} has no `{names[reached]}`{Suggestion(field, names, reached)}";
    }

    private static string Suggestion(FieldEvidence field, string[] names, int reached)
    {
        string name = names[reached];
        FieldNode root = field.Trail[0];
        if (SpellChecker.Suggest(name, field.Trail[reached].Names) is { } similar)
        {
            return $"; did you mean `{similar}`?";
        }

        if (reached == 0 && root.Child(Detail).Names.Contains(name, StringComparer.Ordinal))
        {
            return $"; it is in `{Detail}`";
        }

        return reached == 1 && names[0] is Detail && root.Names.Contains(name, StringComparer.Ordinal)
            ? $"; it is not in `{Detail}`, but beside it"
            : "";
    }
}
