using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>Reads the object operand of <c>prefix</c> and <c>suffix</c>, which can only be <c>equals-ignore-case</c>.</summary>
internal static class AffixOperand
{
    public static ValueMatch? Parse(
        Operand operand,
        JsonObject nested,
        string name,
        string capitalized,
        Func<string, ValueMatch> create
    )
    {
        if (nested.Members.Length == 0)
        {
            return nested.IsMistaken
                ? null
                : operand.Refuse(OperatorFindings.NestedNameless(name, $"{capitalized} expression name not found"));
        }

        JsonMember member = nested.Members[0];
        if (!string.Equals(member.Name, IgnoreCaseMatch.Operator, StringComparison.Ordinal))
        {
            string? suggestion = SpellChecker.Suggest(member.Name, [IgnoreCaseMatch.Operator]);
            return operand.Refuse(OperatorFindings.UnsupportedNested(name, member.Name, suggestion), member.NameSpan);
        }

        if (member.Value is not JsonString text)
        {
            return operand.With(member).Refuse(OperatorFindings.NotAString(IgnoreCaseMatch.Operator));
        }

        return nested.Members.Length == 1
            ? create(text.Value)
            : operand.Refuse(OperatorFindings.TwoOperators(nested.Members[1].Name), nested.Members[1].NameSpan);
    }
}
