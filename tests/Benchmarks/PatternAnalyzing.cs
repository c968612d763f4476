using BenchmarkDotNet.Attributes;
using Firetiger.EventPatterns;

namespace Firetiger.Benchmarks;

/// <summary>How long it takes to judge one pattern: the rows of the differential tests, right and wrong ones, and the default pattern.</summary>
/// <remarks>So much code takes some hundred passes until the runtime has compiled all of it for the last time.</remarks>
[WarmupCount(30)]
public class PatternAnalyzing
{
    private readonly string[] _rows = [.. Resources.DifferentialPatterns()];
    private readonly AnalysisOptions _anyLength = new() { LengthLimits = false };

    [Benchmark(OperationsPerInvoke = Resources.DifferentialPatternCount)]
    public int DifferentialRows()
    {
        int findings = 0;
        foreach (string row in _rows)
        {
            findings += EventPattern.Analyze(row, _anyLength).Diagnostics.Count;
        }

        return findings;
    }

    [Benchmark]
    public PatternAnalysis DefaultPattern() => EventPattern.Analyze(EcsMatching.Patterns["stopped tasks"]);
}
