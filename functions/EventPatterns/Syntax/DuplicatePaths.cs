using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Finds fields given twice. EventBridge keeps the last one without a word; authors believe that both count.</summary>
internal sealed class DuplicatePaths(DiagnosticBag findings)
{
    private readonly FieldPath _path = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The paths seen since the beginning of the innermost branch.</summary>
    private List<string> _ofBranch = [];

    public static void Check(ObjectPattern pattern, DiagnosticBag findings) =>
        new DuplicatePaths(findings).Visit(pattern);

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
