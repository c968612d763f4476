using System.Collections.Frozen;

namespace Firetiger.EventPatterns.Operators;

/// <summary>The operators and who reads their operands.</summary>
internal static class OperatorTable
{
    private static readonly FrozenDictionary<string, Func<Operand, ValueMatch?>> Parsers = new Dictionary<
        string,
        Func<Operand, ValueMatch?>
    >(StringComparer.Ordinal)
    {
        [PrefixMatch.Operator] = PrefixMatch.Parse,
        [SuffixMatch.Operator] = SuffixMatch.Parse,
        [IgnoreCaseMatch.Operator] = IgnoreCaseMatch.Parse,
        [ExactlyMatch.Operator] = ExactlyMatch.Parse,
        [WildcardMatch.Operator] = WildcardMatch.Parse,
        [AnythingButMatch.Operator] = AnythingButMatch.Parse,
        [ExistsMatch.Operator] = ExistsMatch.Parse,
        [NumericMatch.Operator] = NumericMatch.Parse,
        [CidrMatch.Operator] = CidrMatch.Parse,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // exactly is undocumented, so it is not proposed.
    public static IEnumerable<string> Documented => Parsers.Keys.Where(name => name is not ExactlyMatch.Operator);

    public static bool Contains(string name) => Parsers.ContainsKey(name);

    public static Func<Operand, ValueMatch?>? Find(string name) => Parsers.GetValueOrDefault(name);
}
