using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// An out-of-memory kill is told by the container's <c>reason</c> and <c>exitCode</c>; the task's <c>stoppedReason</c> only says that an essential
/// container exited. Many guides have it wrong.
/// </summary>
internal static class OutOfMemoryRule
{
    private const string StoppedReason = "stoppedReason";

    private static readonly string[] Signs = ["OutOfMemory", "out of memory", "out-of-memory", "OOMKill", "OOM kill"];
    private static readonly byte[] Reason = "OutOfMemoryError: Container killed due to memory usage"u8.ToArray();

    /// <summary>Tells whether a text speaks of an out-of-memory kill.</summary>
    /// <param name="text">The text.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool IsSign(string text)
    {
        foreach (string sign in Signs)
        {
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return HasWord(text, "OOM");
    }

    /// <summary>Tells whether an alternative of <c>$or</c> looks for it where it is.</summary>
    /// <param name="either">The <c>$or</c>.</param>
    /// <returns><see langword="true"/> if one does.</returns>
    public static bool IsSoughtIn(OrMember either) => either.Branches.Any(branch => IsSoughtIn(branch, ""));

    public static void Check(
        FieldMember member,
        LeafPattern leaf,
        ObjectPattern parent,
        EcsField field,
        in EventScope scope,
        ObjectPattern root,
        DiagnosticBag findings
    )
    {
        if (field.Path is not "detail.stoppedReason" || scope.SeeksOutOfMemory)
        {
            return;
        }

        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (IsSign(alternative.Match.ToString()) || IsAnyMemory(alternative.Match))
            {
                findings.Report(
                    EventValueFindings.OutOfMemoryField(Hint(member, leaf, parent, root)),
                    member.NameSpan,
                    member.Path
                );
                return;
            }
        }
    }

    private static bool IsAnyMemory(ValueMatch match) =>
        match is WildcardMatch wildcard
        && wildcard.Text.AsSpan().Trim('*').Equals("memory", StringComparison.OrdinalIgnoreCase);

    private static bool HasWord(string text, string word)
    {
        int found = text.IndexOf(word, StringComparison.Ordinal);
        int end = found + word.Length;
        return found >= 0
            && (found == 0 || !char.IsAsciiLetter(text[found - 1]))
            && (end == text.Length || !char.IsAsciiLetter(text[end]));
    }

    private static bool IsSoughtIn(ObjectPattern pattern, string prefix)
    {
        foreach (PatternMember member in pattern.Members)
        {
            bool isSought = member switch
            {
                FieldMember { Value: ObjectPattern nested } field => IsSoughtIn(nested, $"{prefix}{field.Name}."),
                FieldMember { Value: LeafPattern leaf } field => $".{prefix}{field.Name}".EndsWith(
                    ".containers.reason",
                    StringComparison.Ordinal
                ) && MatchesKill(leaf),
                OrMember either => either.Branches.Any(branch => IsSoughtIn(branch, prefix)),
                _ => false,
            };
            if (isSought)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchesKill(LeafPattern leaf)
    {
        EventScalar kill = new(EventScalarKind.String, Reason);
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (alternative.Match.Matches(kill))
            {
                return true;
            }
        }

        return false;
    }

    private static string Hint(FieldMember member, LeafPattern leaf, ObjectPattern parent, ObjectPattern root)
    {
        bool isExcluded = leaf.Alternatives.Any(item => item.Match is AnythingButMatch);
        bool isTaken = parent.Members.Any(item => item is OrMember) || IsSoughtIn(parent, "");
        if (isExcluded || isTaken || !member.Name.EndsWith(StoppedReason, StringComparison.Ordinal))
        {
            return "the container's `reason` tells it: `{\"containers\": {\"reason\": [{\"prefix\": \"OutOfMemoryError\"}]}}` in `detail`";
        }

        string prefix = member.Name[..^StoppedReason.Length];
        StringBuilder either = new("\"$or\":[{");
        either.AppendQuoted(prefix + "containers").Append(":{\"reason\":[{\"prefix\":\"OutOfMemoryError\"}]}},{");
        member.Print(either);
        either.Append("}]");
        StringBuilder mended = new();
        Print(root, member, either.ToString(), mended);
        string note = AsksForStopped(parent)
            ? "; without `lastStatus` it also tells of a container killed while its task runs on"
            : "";
        return $"the container's `reason` tells it: write `{mended}`{note}";
    }

    private static bool AsksForStopped(ObjectPattern detail) =>
        detail.Members.Any(item => item is FieldMember { Name: "lastStatus" or "detail.lastStatus" });

    /// <summary>Prints a pattern with another text in place of one of its members.</summary>
    private static void Print(ObjectPattern pattern, PatternMember replaced, string text, StringBuilder output)
    {
        output.Append('{');
        for (int index = 0; index < pattern.Members.Count; index++)
        {
            output.Append(index == 0 ? "" : ",");
            Print(pattern.Members[index], replaced, text, output);
        }

        output.Append('}');
    }

    private static void Print(PatternMember member, PatternMember replaced, string text, StringBuilder output)
    {
        if (ReferenceEquals(member, replaced))
        {
            output.Append(text);
        }
        else if (member is FieldMember { Value: ObjectPattern nested } field)
        {
            output.AppendQuoted(field.Name).Append(':');
            Print(nested, replaced, text, output);
        }
        else if (member is OrMember either)
        {
            output.Append("\"$or\":[");
            for (int index = 0; index < either.Branches.Count; index++)
            {
                output.Append(index == 0 ? "" : ",");
                Print(either.Branches[index], replaced, text, output);
            }

            output.Append(']');
        }
        else
        {
            member.Print(output);
        }
    }
}
