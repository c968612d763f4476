using System.CommandLine;
using System.ComponentModel;
using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Measuring;
using Firetiger.ColdStart.Packages;
using Firetiger.ColdStart.Reporting;
using Firetiger.CommandLine;

if (args is [AllocationMeter.Verb])
{
    await AllocationMeter.RunAsync(CancellationToken.None);
    return ExitCode.Good;
}

const string Call = "dotnet run -c Release --project tests/Benchmarks/ColdStart";
var manual = new Manual(
    $"{Call} --",
    [
        (ExitCode.Good, "everything was measured"),
        (ExitCode.Failure, "a package could not be built, or a function not run"),
        (ExitCode.Usage, "the command is wrong, or the results cannot be written"),
    ],
    [
        new("", $"{Call} -- --aws-packages StandIns", "build and measure where the feed lacks the AWS packages"),
        new("", $"{Call} -- --built --runs 5 --output results.md", "a shorter look at what was built last time"),
    ]
);
var awsPackages = Choice.Of(
    "--aws-packages",
    "the AWS packages that our functions are built with, as for template/package",
    "StandIns",
    "NuGet"
);
var runs = WholeNumber.Of("--runs", "how often each function is started over each protocol", value: 15, least: 1);
var built = new Option<bool>("--built") { Description = "take what was built last time" };
var output = new Option<FileInfo?>("--output")
{
    Description = "write the results to this file, too",
    HelpName = "FILE",
};
var command = new RootCommand("measure our functions against the same work in Node and Python")
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
        var file = parse.GetValue(output);
        if (file is not null)
        {
            UserFile.MustBeWritable(file);
        }

        try
        {
            var contenders = await new PackageBuild(mode, parse.GetValue(built)).MakeAsync(cancellationToken);
            await using var aws = await LoopbackAws.StartAsync(cancellationToken);
            var benchmark = new Benchmark(aws, contenders, parse.GetRequiredValue(runs), Console.Error);
            var results = await benchmark.RunAsync(cancellationToken);
            var text = MarkdownReport.Write(results, await Circumstances.OfThisMachineAsync(mode, cancellationToken));
            await Console.Out.WriteAsync(text);
            if (file is not null)
            {
                await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
            }
        }
        // A program that is not installed, or that did not succeed.
        catch (Exception failed) when (failed is InvalidOperationException or Win32Exception)
        {
            await Console.Error.WriteLineAsync($"error: {failed.Message}");
            return ExitCode.Failure;
        }

        return ExitCode.Good;
    }
);
return await new Tool(command, manual, Console.Out, Console.Error).RunAsync(args, CancellationToken.None);
