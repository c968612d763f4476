using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Firetiger.CommandLine;
using Firetiger.RedriveSimulation;
using Firetiger.RedriveSimulation.Reporting;

const string Call = "dotnet run -c Release --project tests/RedriveSimulation";
var manual = new Manual(
    $"{Call} --",
    [
        (ExitCode.Good, "every promise holds"),
        (ExitCode.Failure, "a promise is broken"),
        (ExitCode.Usage, "the command is wrong"),
    ],
    [
        new("", $"{Call} -- --seed 1", "docs/simulation.md as it is committed, in a minute or two"),
        new("", $"{Call} -- --seed 2 --output /tmp/simulation", "other events, elsewhere"),
    ]
);
var seed = WholeNumber.Of("--seed", "the seed of the events", value: 1);
var output = new Option<DirectoryInfo>("--output")
{
    Description = "the folder for simulation.md and its plots",
    HelpName = "FOLDER",
    DefaultValueFactory = _ => new DirectoryInfo("docs"),
};
var command = new RootCommand("play outages of days on a virtual clock with the redriver's own policies")
{
    seed,
    output,
};
command.SetAction(parse => SimulateAsync(parse.GetValue(seed), parse.GetRequiredValue(output).FullName));
return await new Tool(command, manual, Console.Out, Console.Error).RunAsync(args, CancellationToken.None);

static async Task<int> SimulateAsync(int seed, string folder)
{
    var watch = Stopwatch.StartNew();
    var exitCode = ExitCode.Good;
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
            exitCode = ExitCode.Failure;
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

    Directory.CreateDirectory(Path.Combine(folder, "images"));
    await File.WriteAllTextAsync(Path.Combine(folder, "simulation.md"), Page.Write(comparisons, seed));
    await File.WriteAllTextAsync(
        Path.Combine(folder, "images", "undelivered-6h.svg"),
        Plots.Undelivered(Find(20, 6, 0.5))
    );
    await File.WriteAllTextAsync(
        Path.Combine(folder, "images", "undelivered-3d.svg"),
        Plots.Undelivered(Find(1, 72, 0.2))
    );
    await File.WriteAllTextAsync(Path.Combine(folder, "images", "live-delay.svg"), Plots.LiveDelay(Find(20, 6, 0.5)));
    return exitCode;
}
