using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>Reads an operator within <c>anything-but</c>: prefix, suffix, equals-ignore-case or wildcard of one string or several.</summary>
internal static class AnythingButOperand
{
    private static readonly string[] Supported =
    [
        PrefixMatch.Operator,
        SuffixMatch.Operator,
        IgnoreCaseMatch.Operator,
        WildcardMatch.Operator,
    ];

    public static IReadOnlyList<ValueMatch>? Parse(Operand operand, string name)
    {
        if (!Supported.Contains(name, StringComparer.Ordinal))
        {
            string? suggestion = SpellChecker.Suggest(name, Supported);
            operand.Refuse(
                OperatorFindings.UnsupportedNested(AnythingButMatch.Operator, name, suggestion),
                operand.NameSpan
            );
            return null;
        }

        JsonSyntax[] items = operand.Value is JsonArray list ? list.Items : [operand.Value];
        bool isNeither =
            operand.Value is JsonObject || (operand.Value is JsonLiteral && name is IgnoreCaseMatch.Operator);
        if (items.Length == 0 || isNeither)
        {
            operand.Refuse(
                OperatorFindings.AnythingButNestedItem(
                    name,
                    isNeither ? OperatorFindings.AnythingButOperand.Detail! : DetailOf(name)
                )
            );
            return null;
        }

        List<ValueMatch> matches = new(items.Length);
        foreach (JsonSyntax item in items)
        {
            if (ParseItem(operand.With(item), name) is { } match)
            {
                matches.Add(match);
            }
        }

        return matches.Count == items.Length ? matches : null;
    }

    private static ValueMatch? ParseItem(Operand operand, string name)
    {
        if (operand.Value is not JsonString text)
        {
            return operand.Refuse(OperatorFindings.AnythingButNestedItem(name, DetailOf(name)));
        }

        bool isAffix = name is PrefixMatch.Operator or SuffixMatch.Operator;
        return isAffix && text.Value.Length == 0
            ? operand.Refuse(OperatorFindings.AnythingButEmptyAffix)
            : OperatorTable.Find(name)!(operand);
    }

    private static string DetailOf(string name) =>
        name switch
        {
            IgnoreCaseMatch.Operator =>
                "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
            WildcardMatch.Operator => "wildcard match pattern must be a string",
            _ => "prefix/suffix match pattern must be a string",
        };
}
