using BenchmarkDotNet.Attributes;
using Firetiger.EventPatterns;

namespace Firetiger.Benchmarks;

/// <summary>How long one rule takes on one parcel, for each set of rules. Each rule goes alone over its share of the parcels.</summary>
public class ParcelMatching
{
    private readonly byte[][] _parcels = Parcels.Make(Parcels.Count);
    private EventPattern[] _rules = [];

    public static IEnumerable<string> SetNames => RuleSets.All.Keys;

    [ParamsSource(nameof(SetNames))]
    public string Rules { get; set; } = "exact";

    [GlobalSetup]
    public void Compile()
    {
        AnalysisOptions anyEvent = new() { Strictness = Strictness.Lenient };
        _rules = [.. RuleSets.All[Rules].Select(text => EventPattern.Parse(text, anyEvent))];
    }

    [Benchmark(OperationsPerInvoke = Parcels.Count)]
    public int IsMatch()
    {
        int matches = 0;
        int share = _parcels.Length / _rules.Length;
        for (int index = 0; index < _parcels.Length; index++)
        {
            matches += _rules[Math.Min(index / share, _rules.Length - 1)].IsMatch(_parcels[index]) ? 1 : 0;
        }

        return matches;
    }
}
