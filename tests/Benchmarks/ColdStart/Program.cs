using System.CommandLine;
using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Measuring;
using Firetiger.ColdStart.Packages;
using Firetiger.ColdStart.Reporting;

if (args is [AllocationMeter.Verb])
{
    await AllocationMeter.RunAsync(CancellationToken.None);
    return 0;
}

var awsPackages = new Option<string>("--aws-packages")
{
    Description = "the AWS packages that our functions are built with, as for template/package",
    DefaultValueFactory = _ => "StandIns",
}.AcceptOnlyFromAmong("StandIns", "NuGet");
var runs = new Option<int>("--runs")
{
    Description = "how often each function is started over each protocol",
    DefaultValueFactory = _ => 15,
};
var built = new Option<bool>("--built") { Description = "take what was built last time" };
var output = new Option<FileInfo?>("--output") { Description = "write the results to this file, too" };
var command = new RootCommand("Measures our functions against the same work in Node and Python.")
{
    awsPackages,
    runs,
    built,
    output,
};
command.SetAction(
    async (parse, cancellationToken) =>
    {
        var mode = parse.GetRequiredValue(awsPackages);
        var contenders = await new PackageBuild(mode, parse.GetValue(built)).MakeAsync(cancellationToken);
        await using var aws = await LoopbackAws.StartAsync(cancellationToken);
        var benchmark = new Benchmark(aws, contenders, parse.GetRequiredValue(runs), Console.Error);
        var results = await benchmark.RunAsync(cancellationToken);
        var text = MarkdownReport.Write(results, await Circumstances.OfThisMachineAsync(mode, cancellationToken));
        await Console.Out.WriteAsync(text);
        if (parse.GetValue(output) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
        }

        return 0;
    }
);
return await command.Parse(args).InvokeAsync();
