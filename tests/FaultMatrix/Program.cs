using System.Globalization;
using Firetiger.FaultMatrix;

int Number(string name, int fallback) =>
    Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length
        ? int.Parse(args[index + 1], CultureInfo.InvariantCulture)
        : fallback;

switch (args)
{
    case ["soak", ..]:
        return await Soak.RunAsync(Number("--messages", 100_000), Number("--seed", 1), Console.Out);
    case ["throughput", ..]:
        return await Throughput.RunAsync(Number("--messages", 2_000), Number("--latency", 10), Console.Out);
    default:
        await Console.Error.WriteLineAsync(
            "FaultMatrix soak [--messages N] [--seed N] | throughput [--messages N] [--latency MILLISECONDS]"
        );
        return 2;
}
