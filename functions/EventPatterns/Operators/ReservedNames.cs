using System.Collections.Frozen;

namespace Firetiger.EventPatterns.Operators;

/// <summary>Names that EventBridge keeps for itself inside <c>$or</c>: operators, comparisons, and operators that it does not have (yet).</summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.Ordinal,
        "=",
        "<",
        "<=",
        ">",
        ">=",
        "regex",
        "not-wildcard",
        "not-equals-ignore-case",
        "date-after",
        "date-on-or-after",
        "date-before",
        "date-on-or-before",
        "in-date-range",
        "ip-address-in-range",
        "ip-address-not-in-range"
    );

    public static bool Contains(string name) => OperatorTable.Contains(name) || Others.Contains(name);
}
