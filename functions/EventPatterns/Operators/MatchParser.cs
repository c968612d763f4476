using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>Reads one value of a list: a plain value, or an operator with its operand.</summary>
internal static class MatchParser
{
    public static ValueMatch? Parse(JsonSyntax json, DiagnosticBag findings)
    {
        switch (json)
        {
            case JsonString text:
                return IpMatch.TryCreate(text.Value) ?? (ValueMatch)new ExactStringMatch(text.Value);
            case JsonNumber number:
                return ExactNumberMatch.Parse(new Operand(number, number.Span, number.Path, findings), number);
            case JsonLiteral literal:
                return new LiteralMatch(literal.Literal);
            case JsonObject { Members.Length: > 0 } expression:
                return ParseExpression(expression, findings);
            case JsonObject { IsMistaken: false }:
                findings.Report(OperatorFindings.Nameless, json.Span, json.Path);
                return null;
            case JsonArray:
                findings.Report(StructureFindings.NestedArray, json.Span, json.Path);
                return null;
            default:
                return null;
        }
    }

    private static ValueMatch? ParseExpression(JsonObject expression, DiagnosticBag findings)
    {
        JsonMember first = expression.Members[0];
        if (OperatorTable.Find(first.Name) is not { } parse)
        {
            findings.Report(UnknownOperator(first), first.NameSpan, expression.Path);
            return null;
        }

        ValueMatch? match = parse(new Operand(first.Value, first.NameSpan, expression.Path, findings));
        if (expression.Members.Length > 1)
        {
            JsonMember second = expression.Members[1];
            bool takesList = first.Name is NumericMatch.Operator or AnythingButMatch.Operator;
            findings.Report(
                takesList
                    ? OperatorFindings.TwoOperatorsAfterValue(second.Name)
                    : OperatorFindings.TwoOperators(second.Name),
                second.NameSpan,
                expression.Path
            );
        }

        return match;
    }

    private static Finding UnknownOperator(JsonMember member)
    {
        if (string.Equals(member.Name, OrMember.Name, StringComparison.Ordinal))
        {
            return OperatorFindings.OrInList;
        }

        if (OtherOperators.Mended(member) is { } mended)
        {
            return OperatorFindings.OfOtherLanguage(member.Name, $"write `{mended}`");
        }

        if (OtherOperators.MendedList(member) is { } list)
        {
            return OperatorFindings.OfOtherLanguage(
                member.Name,
                $"the values of one list are alternatives already: write `{list}` instead of the list around it"
            );
        }

        if (member.Name is "regex" or "$regex" or "regexp")
        {
            return OperatorFindings.OfOtherLanguage(
                member.Name,
                "EventBridge has no regular expressions; use `wildcard`, `prefix` or `suffix`"
            );
        }

        string? suggestion = SpellChecker.Suggest(member.Name, OperatorTable.Documented);
        bool looksLikeField = suggestion is null && member.Value is (JsonArray or JsonObject);
        return looksLikeField
            ? OperatorFindings.FieldInList(member.Name)
            : OperatorFindings.Unknown(member.Name, suggestion);
    }
}
