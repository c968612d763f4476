using System.Collections.Frozen;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Finds fields given twice. EventBridge keeps the last one without a word; authors believe that both count.</summary>
internal sealed class DuplicatePaths(DiagnosticBag findings)
{
    /// <summary>Comparing each name with each other is cheaper than a set up to about here.</summary>
    private const int FewMembers = 16;

    private readonly Dictionary<string, List<LeafPattern>> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<LeafPattern> _replaced = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was seen since the beginning of the innermost branch.</summary>
    private List<(string Path, LeafPattern Leaf)> _ofBranch = [];

    /// <summary>Finds them.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="findings">Where findings go.</param>
    /// <returns>The fields that a later one replaces, always or in an alternative of <c>$or</c>.</returns>
    public static IReadOnlySet<LeafPattern> Check(ObjectPattern pattern, DiagnosticBag findings)
    {
        if (HasDistinctPaths(pattern))
        {
            return FrozenSet<LeafPattern>.Empty;
        }

        DuplicatePaths paths = new(findings);
        paths.Visit(pattern);
        return paths._replaced;
    }

    /// <summary>Tells cheaply that no path comes twice: no name does within its object, and none has a dot.</summary>
    private static bool HasDistinctPaths(ObjectPattern pattern)
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
                || (field.Value is ObjectPattern nested && !HasDistinctPaths(nested))
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
                VisitField(field);
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

        LeafPattern leaf = (LeafPattern)field.Value;
        string path = leaf.DottedPath;
        if (_seen.TryGetValue(path, out List<LeafPattern>? before))
        {
            Replace(before);
            findings.Report(
                MistakeFindings.DuplicatePath(path, field.Path.IsWithin(OrMember.Name)),
                field.NameSpan,
                field.Path
            );
        }

        Add(path, leaf);
        _ofBranch.Add((path, leaf));
    }

    /// <summary>What was replaced before was so together with what stands before it.</summary>
    private void Replace(List<LeafPattern> before)
    {
        int index = before.Count - 1;
        while (index >= 0 && _replaced.Add(before[index]))
        {
            index--;
        }
    }

    private void Add(string path, LeafPattern leaf)
    {
        if (_seen.TryGetValue(path, out List<LeafPattern>? leaves))
        {
            leaves.Add(leaf);
        }
        else
        {
            _seen.Add(path, [leaf]);
        }
    }

    /// <summary>A branch does not see its siblings; what stands behind them sees them all.</summary>
    private void VisitBranches(OrMember either)
    {
        List<(string Path, LeafPattern Leaf)> around = _ofBranch;
        List<(string Path, LeafPattern Leaf)> ofAll = [];
        foreach (ObjectPattern branch in either.Branches)
        {
            _ofBranch = [];
            Visit(branch);
            Forget(_ofBranch);
            ofAll.AddRange(_ofBranch);
        }

        _ofBranch = around;
        _ofBranch.AddRange(ofAll);
        foreach ((string path, LeafPattern leaf) in ofAll)
        {
            Add(path, leaf);
        }
    }

    private void Forget(List<(string Path, LeafPattern Leaf)> ofBranch)
    {
        foreach ((string path, _) in ofBranch)
        {
            List<LeafPattern> leaves = _seen[path];
            leaves.RemoveAt(leaves.Count - 1);
            if (leaves.Count == 0)
            {
                _seen.Remove(path);
            }
        }
    }
}
