using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>The numbers that a <c>numeric</c> list asks for.</summary>
/// <param name="Lower">The least number.</param>
/// <param name="LowerIncluded">Whether it belongs to the range.</param>
/// <param name="Upper">The greatest number.</param>
/// <param name="UpperIncluded">Whether it belongs to the range.</param>
internal readonly record struct NumericRange(double Lower, bool LowerIncluded, double Upper, bool UpperIncluded)
{
    public bool Contains(double number) =>
        (LowerIncluded ? number >= Lower : number > Lower) && (UpperIncluded ? number <= Upper : number < Upper);

    /// <summary>Reads <c>[op, n]</c> or <c>[&gt;, low, &lt;, high]</c> in the order in which EventBridge looks for mistakes.</summary>
    /// <param name="operand">Where findings go.</param>
    /// <param name="list">The list.</param>
    /// <returns>The range, or <see langword="null"/>.</returns>
    public static NumericRange? Parse(Operand operand, JsonArray list)
    {
        if (list.Items.ElementAtOrDefault(0) is not JsonString { Value: var comparison } first)
        {
            string found = list.Items.Length == 0 ? "]" : Describe(operand, list.Items[0]);
            return Refuse(
                operand,
                list.Items.ElementAtOrDefault(0) ?? list,
                OperatorFindings.NumericComparison($"`{found}`", $"Invalid member in numeric match: {found}")
            );
        }

        if (comparison is not ("=" or "<" or "<=" or ">" or ">="))
        {
            string detail = $"Unrecognized numeric range operator: {comparison}";
            return Refuse(operand, first, OperatorFindings.NumericComparison($"`{comparison}`", detail));
        }

        if (Number(operand, list, 1, comparison) is not { } bound)
        {
            return null;
        }

        bool takesUpper = comparison is ">" or ">=";
        if (list.Items.Length == 2)
        {
            return OneSided(comparison, bound);
        }

        return takesUpper
            ? ParseUpper(operand, list, bound, comparison is ">=")
            : Refuse(
                operand,
                list.Items[2],
                OperatorFindings.NumericTooMany("Too many elements in numeric expression")
            );
    }

    private static NumericRange OneSided(string comparison, double bound) =>
        comparison switch
        {
            "=" => new(bound, true, bound, true),
            "<" => new(double.NegativeInfinity, true, bound, false),
            "<=" => new(double.NegativeInfinity, true, bound, true),
            ">" => new(bound, false, double.PositiveInfinity, true),
            _ => new(bound, true, double.PositiveInfinity, true),
        };

    private static NumericRange? ParseUpper(Operand operand, JsonArray list, double lower, bool lowerIncluded)
    {
        if (list.Items[2] is not JsonString { Value: var comparison } second)
        {
            string found = Describe(operand, list.Items[2]);
            return Refuse(
                operand,
                list.Items[2],
                OperatorFindings.NumericComparison($"`{found}`", $"Bad value in numeric range: {found}")
            );
        }

        if (comparison is not ("<" or "<="))
        {
            Finding finding = OperatorFindings.NumericRange(
                $"`{comparison}` cannot end a range",
                "a range is a lower bound with `>` or `>=`, then an upper bound with `<` or `<=`",
                $"Bad numeric range operator: {comparison}"
            );
            return Refuse(operand, second, finding);
        }

        if (Number(operand, list, 3, comparison) is not { } upper)
        {
            return null;
        }

        if (list.Items.Length > 4)
        {
            Finding finding = OperatorFindings.NumericTooMany("Too many terms in numeric range expression");
            return Refuse(operand, list.Items[4], finding);
        }

        return lower < upper
            ? new NumericRange(lower, lowerIncluded, upper, comparison is "<=")
            : Refuse(operand, list, ValueFindings.RangeOrder());
    }

    private static double? Number(Operand operand, JsonArray list, int index, string comparison)
    {
        JsonSyntax? item = list.Items.ElementAtOrDefault(index);
        if (item is JsonNumber number)
        {
            return NumberOperand.Parse(operand, number)?.Value;
        }

        bool isStringified = item is JsonString text && ComparableNumber.IsNumber(text.Value);
        Refuse(operand, item ?? list, OperatorFindings.NumericOperand(comparison, isStringified));
        return null;
    }

    private static string Describe(Operand operand, JsonSyntax item) =>
        item switch
        {
            JsonNumber number => number.Literal,
            JsonLiteral literal => literal.Literal,
            JsonString text => text.Value,
            JsonObject => "{",
            JsonArray => "[",
            _ => operand.Path.ToString(),
        };

    private static NumericRange? Refuse(Operand operand, JsonSyntax item, Finding finding)
    {
        operand.With(item).Refuse(finding);
        return null;
    }
}
