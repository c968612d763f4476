using System.Globalization;
using System.Text;
using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Measuring;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Reporting;

/// <summary>Writes results as they are committed.</summary>
internal static class MarkdownReport
{
    private const double Mega = 1_000_000;

    /// <summary>Writes.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="circumstances">Under what circumstances.</param>
    /// <returns>Markdown.</returns>
    public static string Write(Results results, Circumstances circumstances)
    {
        var text = new StringBuilder("# Results\n\n");
        var runs = results.Rows[0].Samples.Count;
        text.AppendJoin(
            "\n",
            Invariant(
                $"Measured on {circumstances.Day}: {circumstances.Machine}, load {circumstances.Load} at the end."
            ),
            Invariant(
                $"{circumstances.Versions}. Our AWS packages: **{circumstances.AwsPackages}**. Each function was started {runs} times."
            ),
            "",
            "    dotnet run -c Release --project tests/Benchmarks/ColdStart -- --aws-packages "
                + circumstances.AwsPackages
                + Invariant($" --runs {runs}"),
            ""
        );
        foreach (var group in results.Rows.GroupBy(row => (row.Contender.Work, row.Protocol)))
        {
            Append(text, group.Key.Work, group.Key.Protocol, [.. group]);
        }

        Append(text, results);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Work work, Protocol protocol, IReadOnlyList<Row> rows)
    {
        var peers = rows.Where(row => !row.Contender.IsOurs).ToList();
        var (peerCold, peerWarm, peerCall) = (
            peers.Min(row => row.Cold),
            peers.Min(row => row.Warm),
            peers.Min(row => row.WarmCall)
        );
        var title = work == Work.Redrive ? "Redrive ten events" : "Answer a custom resource";
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}, {(protocol == Protocol.Tls ? "TLS" : "HTTP")}\n\n")
            .Append(
                "| | cold start, median | fastest | of the faster peer | warm | of the faster peer | calls to AWS | warm, a call | of the faster peer | peak RSS | zip |\n"
            )
            .Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var row in rows)
        {
            var (cold, warm, call) = row.Contender.IsOurs
                ? (Ratio(row.Cold, peerCold), Ratio(row.Warm, peerWarm), Ratio(row.WarmCall, peerCall))
                : ("", "", "");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Contender.Name} | {Milliseconds(row.Cold)} | {Milliseconds(row.FastestCold)} | {cold} | "
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Milliseconds(row.Warm)} | {warm} | {row.Calls} | {Milliseconds(row.WarmCall)} | {call} | {row.PeakResidentBytes / Mega:F1} MB | {row.Contender.ZipBytes / Mega:F2} MB |\n"
            );
        }
    }

    private static void Append(StringBuilder text, Results results)
    {
        text.Append("\n## The redriver's worst case\n\n")
            .Append("Eight pages of events of 1,000,000 bytes at once, over HTTP; cold.\n\n")
            .Append(
                "| memory that the process is told of | events | time | peak RSS |\n| ---: | ---: | ---: | ---: |\n"
            );
        foreach (var drain in results.Drains)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {drain.MemoryBytes >> 20} MiB | {drain.Messages} | {drain.Time.TotalSeconds:F2} s | {drain.PeakResidentBytes / Mega:F0} MB |\n"
            );
        }

        text.Append("\n## Allocation\n\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"One message more costs the redriver {results.BytesPerMessage / 1000.0:F1} kB, its AWS packages included; the event has "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{Encoding.UTF8.GetByteCount(SampleEvent.Json) / 1000.0:F1} kB. Matching an event allocates nothing (tests/Benchmarks).\n"
            );
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Milliseconds(TimeSpan time) => Invariant($"{time.TotalMilliseconds:F1} ms");

    private static string Ratio(TimeSpan ours, TimeSpan peer) => Invariant($"**{ours / peer:F2}**");
}
