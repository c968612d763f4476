using BenchmarkDotNet.Attributes;
using Firetiger.EventPatterns;

namespace Firetiger.Benchmarks;

/// <summary>How long the patterns that the README shows take on one ECS event, and how long the same answer takes to explain.</summary>
public class EcsMatching
{
    private readonly byte[][] _events = [.. Resources.EcsEvents()];
    private EventPattern _pattern = EventPattern.Parse(Patterns["stopped tasks"]);

    public static IReadOnlyDictionary<string, string> Patterns { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["stopped tasks"] =
                """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"lastStatus":["STOPPED"]}}""",
            ["all tasks"] = """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"]}""",
            ["out of memory"] =
                """{"source":["aws.ecs"],"detail":{"containers":{"reason":[{"prefix":"OutOfMemoryError"}]}}}""",
            ["one container"] =
                """{"source":["aws.ecs"],"detail":{"containers":{"name":["app"],"exitCode":[{"anything-but":0}]}}}""",
        };

    public static IEnumerable<string> PatternNames => Patterns.Keys;

    [ParamsSource(nameof(PatternNames))]
    public string Pattern { get; set; } = "stopped tasks";

    [GlobalSetup]
    public void Compile() => _pattern = EventPattern.Parse(Patterns[Pattern]);

    [Benchmark(OperationsPerInvoke = Resources.EcsEventCount)]
    public int IsMatch() => _events.Count(utf8 => _pattern.IsMatch(utf8));
}
