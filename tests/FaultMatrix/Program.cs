using System.CommandLine;
using Firetiger.CommandLine;
using Firetiger.FaultMatrix;

const string Call = "dotnet run -c Release --project tests/FaultMatrix --";
var manual = new Manual(
    Call,
    [
        (ExitCode.Good, "nothing is lost, and no more is doubled, slower or called than is promised"),
        (ExitCode.Failure, "a promise is broken"),
        (ExitCode.Usage, "the command is wrong"),
    ],
    [
        new("soak", $"{Call} soak --messages 100000 --seed 1", "the figures of tests/FaultMatrix/README.md"),
        new(
            "throughput",
            $"{Call} throughput --messages 5000 --latency 10",
            "the figures of tests/FaultMatrix/README.md"
        ),
    ]
);
var soaked = WholeNumber.Of("--messages", "how many messages", value: 100_000, least: 1);
var seed = WholeNumber.Of("--seed", "the seed of the faults", value: 1);
var soak = new Command("soak", "many messages and every fault at random") { soaked, seed };
soak.SetAction(parse => Soak.RunAsync(parse.GetValue(soaked), parse.GetValue(seed), Console.Out));

var timed = WholeNumber.Of("--messages", "how many messages for the redriver", value: 2_000, least: 1);
var latency = WholeNumber.Of("--latency", "what each call takes longer, in milliseconds", value: 10);
var throughput = new Command("throughput", "the redriver beside a loop that receives, puts and deletes")
{
    timed,
    latency,
};
throughput.SetAction(parse => Throughput.RunAsync(parse.GetValue(timed), parse.GetValue(latency), Console.Out));

var root = new RootCommand("what can go wrong between the redriver and AWS, mixed and measured") { soak, throughput };
return await new Tool(root, manual, Console.Out, Console.Error).RunAsync(args, CancellationToken.None);
