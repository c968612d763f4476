using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>anything-but</c>: any value, of whatever type, that none of the excluded ones matches. The field must be there.</summary>
internal sealed class AnythingButMatch : ValueMatch
{
    public const string Operator = "anything-but";

    private readonly ValueMatch[] _excluded;
    private readonly Action<StringBuilder> _printOperand;

    private AnythingButMatch(IEnumerable<ValueMatch> excluded, Action<StringBuilder> printOperand)
    {
        _excluded = [.. excluded];
        Wildcards = _excluded is [WildcardMatch, ..] ? [.. _excluded.Cast<WildcardMatch>()] : [];
        _printOperand = printOperand;
    }

    public IReadOnlyList<ValueMatch> Excluded => _excluded;

    public static ValueMatch? Parse(Operand operand)
    {
        switch (operand.Value)
        {
            case JsonString text:
                ExactStringMatch one = new(text.Value);
                return new AnythingButMatch([one], one.Print);
            case JsonNumber number:
                return NumberOperand.Parse(operand, number) is { } value ? OfNumber(number, value) : null;
            case JsonArray list:
                return ParseList(operand, list);
            case JsonObject nested:
                return ParseNested(operand, nested);
            default:
                return operand.Refuse(OperatorFindings.AnythingButOperand);
        }
    }

    public override EventScalarKind? Kind => null;

    public override IReadOnlyList<WildcardMatch> Wildcards { get; }

    public override bool Matches(in EventScalar value)
    {
        foreach (ValueMatch excluded in _excluded)
        {
            if (excluded.Matches(value))
            {
                return false;
            }
        }

        return true;
    }

    public override void Print(StringBuilder output) => PrintOperator(output, Operator, _printOperand);

    private static AnythingButMatch OfNumber(JsonNumber number, ComparableNumber value)
    {
        ExactNumberMatch one = new(number.Literal, value);
        return new AnythingButMatch([one], one.Print);
    }

    private static ValueMatch? ParseList(Operand operand, JsonArray list)
    {
        JsonSyntax? unsuitable = Array.Find(list.Items, item => item is JsonLiteral or JsonObject or JsonArray);
        if (unsuitable is not null)
        {
            return operand.Refuse(OperatorFindings.AnythingButItem, unsuitable.Span);
        }

        if (list.IsMistaken || Array.Exists(list.Items, item => item is JsonMistake))
        {
            return null;
        }

        if (list.Items.Length > 0 && Array.TrueForAll(list.Items, item => item is JsonString))
        {
            return OfList(list.Items.Cast<JsonString>().Select(item => new ExactStringMatch(item.Value)));
        }

        if (list.Items.Length > 0 && Array.TrueForAll(list.Items, item => item is JsonNumber))
        {
            List<JsonNumber> numbers = [.. list.Items.Cast<JsonNumber>()];
            List<ComparableNumber?> values = numbers.ConvertAll(number => NumberOperand.Parse(operand, number));
            return values.Contains(null)
                ? null
                : OfList(numbers.Zip(values, (number, value) => new ExactNumberMatch(number.Literal, value)));
        }

        return operand.Refuse(OperatorFindings.AnythingButMixed);
    }

    private static AnythingButMatch OfList(IEnumerable<ValueMatch> excluded)
    {
        List<ValueMatch> matches = [.. excluded];
        return new AnythingButMatch(matches, output => PrintList(output, matches));
    }

    private static void PrintList(StringBuilder output, IEnumerable<ValueMatch> matches) =>
        output.Append('[').AppendJoin(',', matches).Append(']');

    private static ValueMatch? ParseNested(Operand operand, JsonObject nested)
    {
        if (nested.Members.Length == 0)
        {
            return nested.IsMistaken
                ? null
                : operand.Refuse(OperatorFindings.NestedNameless(Operator, "Anything-But expression name not found"));
        }

        JsonMember member = nested.Members[0];
        IReadOnlyList<ValueMatch>? excluded = AnythingButOperand.Parse(operand.With(member), member.Name);
        if (nested.Members.Length > 1 && excluded is not null)
        {
            JsonMember second = nested.Members[1];
            return operand.Refuse(OperatorFindings.TwoOperatorsAfterValue(second.Name), second.NameSpan);
        }

        return excluded is null
            ? null
            : new AnythingButMatch(
                excluded,
                output => PrintOperator(output, member.Name, inner => PrintStrings(inner, member))
            );
    }

    private static void PrintStrings(StringBuilder output, JsonMember member)
    {
        if (member.Value is JsonArray list)
        {
            PrintList(output, list.Items.Cast<JsonString>().Select(text => new ExactStringMatch(text.Value)));
        }
        else
        {
            output.AppendQuoted(((JsonString)member.Value).Value);
        }
    }
}
