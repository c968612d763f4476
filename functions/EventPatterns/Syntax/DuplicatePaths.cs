using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Finds fields given twice. EventBridge keeps the last one without a word; authors believe that both count.</summary>
internal sealed class DuplicatePaths(DiagnosticBag findings)
{
    public static void Check(ObjectPattern pattern, DiagnosticBag findings) =>
        new DuplicatePaths(findings).Visit(pattern, "", new HashSet<string>(StringComparer.Ordinal));

    private void Visit(ObjectPattern pattern, string prefix, HashSet<string> seen)
    {
        foreach (PatternMember member in pattern.Members)
        {
            if (member is OrMember either)
            {
                VisitBranches(either, prefix, seen);
            }
            else if (member is FieldMember field)
            {
                VisitField(field, prefix + field.Name, seen);
            }
        }
    }

    private void VisitField(FieldMember field, string path, HashSet<string> seen)
    {
        if (field.Value is ObjectPattern nested)
        {
            Visit(nested, path + ".", seen);
        }
        else if (!seen.Add(path))
        {
            findings.Report(
                MistakeFindings.DuplicatePath(path, field.Path.IsWithin(OrMember.Name)),
                field.NameSpan,
                field.Path
            );
        }
    }

    private void VisitBranches(OrMember either, string prefix, HashSet<string> seen)
    {
        List<HashSet<string>> after = [];
        foreach (ObjectPattern branch in either.Branches)
        {
            HashSet<string> own = new(seen, StringComparer.Ordinal);
            Visit(branch, prefix, own);
            after.Add(own);
        }

        after.ForEach(seen.UnionWith);
    }
}
