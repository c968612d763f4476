using System.Diagnostics;
using System.Globalization;
using Firetiger.RedriveSimulation;
using Firetiger.RedriveSimulation.Reporting;

const string Usage =
    "RedriveSimulation [--seed NUMBER [--output FOLDER]]: writes simulation.md and its plots into docs; exits with 1 when a promise is broken";

if (args is ["--help" or "-h"])
{
    await Console.Out.WriteLineAsync(Usage);
    return 0;
}

var seed = 1;
if (
    args is not [] and not ["--seed", _] and not ["--seed", _, "--output", _]
    || (args.Length > 0 && !int.TryParse(args[1], CultureInfo.InvariantCulture, out seed))
)
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}

var docs = args.Length > 2 ? args[3] : "docs";
var watch = Stopwatch.StartNew();
var promises = 0;
var comparisons = new List<Comparison>();
foreach (var scenario in Scenarios.All(seed))
{
    comparisons.Add(Comparison.Of(scenario));
    await Console.Error.WriteLineAsync(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{watch.Elapsed.TotalSeconds, 6:0.0} s  {scenario.Outage.TotalHours, 3} h  {scenario.Rate, 3}/s  {scenario.Load:P0}  {comparisons[^1].Gated.Events, 10:N0} events  {scenario.Name}"
        )
    );
    foreach (var broken in comparisons[^1].BrokenPromises())
    {
        promises = 1;
        await Console.Error.WriteLineAsync($"         Broken: {broken}.");
    }
}

Comparison Find(int rate, int hours, double load) =>
    comparisons.Find(item =>
        item.Gated.Scenario is { Name: "" } found
        && found.Rate == rate
        && found.Outage == TimeSpan.FromHours(hours)
        && Math.Abs(found.Load - load) < 0.01
    )!;

Directory.CreateDirectory(Path.Combine(docs, "images"));
await File.WriteAllTextAsync(Path.Combine(docs, "simulation.md"), Page.Write(comparisons, seed));
await File.WriteAllTextAsync(Path.Combine(docs, "images", "undelivered-6h.svg"), Plots.Undelivered(Find(20, 6, 0.5)));
await File.WriteAllTextAsync(Path.Combine(docs, "images", "undelivered-3d.svg"), Plots.Undelivered(Find(1, 72, 0.2)));
await File.WriteAllTextAsync(Path.Combine(docs, "images", "live-delay.svg"), Plots.LiveDelay(Find(20, 6, 0.5)));
return promises;
