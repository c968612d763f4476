using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Finds fields given twice. EventBridge keeps the last one without a word; authors believe that both count.</summary>
internal sealed class DuplicatePaths(DiagnosticBag findings)
{
    /// <summary>Comparing each name with each other is cheaper than a set up to about here.</summary>
    private const int FewMembers = 16;

    private readonly FieldPath _path = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The paths seen since the beginning of the innermost branch.</summary>
    private List<string> _ofBranch = [];

    public static void Check(ObjectPattern pattern, DiagnosticBag findings)
    {
        if (!IsPlain(pattern))
        {
            new DuplicatePaths(findings).Visit(pattern);
        }
    }

    /// <summary>Tells cheaply that no path comes twice: no name does within its object, and none has a dot.</summary>
    private static bool IsPlain(ObjectPattern pattern)
    {
        if (pattern.Members.Count > FewMembers)
        {
            return false;
        }

        for (int index = 0; index < pattern.Members.Count; index++)
        {
            if (
                pattern.Members[index] is not FieldMember field
                || field.Name.Contains('.', StringComparison.Ordinal)
                || IsAmongFirst(index, field.Name, pattern.Members)
                || (field.Value is ObjectPattern nested && !IsPlain(nested))
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAmongFirst(int count, string name, List<PatternMember> members)
    {
        for (int index = 0; index < count; index++)
        {
            if (members[index] is FieldMember field && string.Equals(field.Name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Visit(ObjectPattern pattern)
    {
        foreach (PatternMember member in pattern.Members)
        {
            if (member is OrMember either)
            {
                VisitBranches(either);
            }
            else if (member is FieldMember field)
            {
                int before = _path.Enter(field.Name);
                VisitField(field);
                _path.Leave(before);
            }
        }
    }

    private void VisitField(FieldMember field)
    {
        if (field.Value is ObjectPattern nested)
        {
            Visit(nested);
            return;
        }

        string path = _path.ToString();
        if (_seen.Add(path))
        {
            _ofBranch.Add(path);
        }
        else
        {
            findings.Report(
                MistakeFindings.DuplicatePath(path, field.Path.IsWithin(OrMember.Name)),
                field.NameSpan,
                field.Path
            );
        }
    }

    /// <summary>A branch does not see its siblings; what stands behind them sees them all.</summary>
    private void VisitBranches(OrMember either)
    {
        List<string> around = _ofBranch;
        List<string> ofAll = [];
        foreach (ObjectPattern branch in either.Branches)
        {
            _ofBranch = [];
            Visit(branch);
            _seen.ExceptWith(_ofBranch);
            ofAll.AddRange(_ofBranch);
        }

        _ofBranch = around;
        _ofBranch.AddRange(ofAll.Where(_seen.Add));
    }
}
