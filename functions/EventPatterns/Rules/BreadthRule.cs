using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Rules;

/// <summary>A pattern that does not say whose events it wants takes those of every service. AWS asks for source and detail-type in each rule.</summary>
internal static class BreadthRule
{
    public static void Check(ObjectPattern pattern, DiagnosticBag findings)
    {
        if (!NamesEvents(pattern))
        {
            findings.Report(MistakeFindings.NoSource, new TextSpan(pattern.Span.Start, 1), JsonPath.Root);
        }

        foreach (PatternMember member in pattern.Members)
        {
            if (member is FieldMember { Name: "source", Value: LeafPattern leaf })
            {
                CheckSource(leaf, findings);
            }
        }
    }

    /// <summary>Tells whether something says whose events are meant: source, detail-type, an ARN, or another field of an own kind.</summary>
    private static bool NamesEvents(ObjectPattern pattern)
    {
        foreach (PatternMember member in pattern.Members)
        {
            bool names = member switch
            {
                OrMember either => either.Branches.All(NamesEvents),
                FieldMember field => !IsShared(field.Name),
                _ => true,
            };
            if (names)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShared(string name) =>
        name is "version" or "id" or "account" or "time" or "region" or "detail"
        || name.StartsWith("detail.", StringComparison.Ordinal);

    private static void CheckSource(LeafPattern leaf, DiagnosticBag findings)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            Finding? finding = alternative.Match switch
            {
                ExistsMatch => MistakeFindings.AnySource,
                PrefixMatch { Text: "" } or SuffixMatch { Text: "" } or WildcardMatch { Text: "*" } =>
                    MistakeFindings.AnySource,
                PrefixMatch { Text: "aws" or "aws." } or WildcardMatch { Text: "aws.*" or "aws*" } =>
                    MistakeFindings.AnyAwsSource,
                _ => null,
            };
            if (finding is not null)
            {
                findings.Report(finding, alternative.Span, alternative.Path);
                return;
            }
        }
    }
}
