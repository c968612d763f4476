using System.Globalization;
using Firetiger.FaultMatrix;

const string Usage =
    "FaultMatrix soak [--messages N] [--seed N] | throughput [--messages N] [--latency MILLISECONDS]; exits with 1 when a message is lost or doubled beyond what a fault explains";

switch (args)
{
    case ["--help" or "-h"]:
        await Console.Out.WriteLineAsync(Usage);
        return 0;
    case ["soak", ..] when Numbers("--messages", "--seed") is { } given:
        return await Soak.RunAsync(given[0] ?? 100_000, given[1] ?? 1, Console.Out);
    case ["throughput", ..] when Numbers("--messages", "--latency") is { } given:
        return await Throughput.RunAsync(given[0] ?? 2_000, given[1] ?? 10, Console.Out);
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}

// In the order of the names; null when something else is given.
int?[]? Numbers(params string[] names)
{
    var numbers = new int?[names.Length];
    foreach (var pair in args[1..].Chunk(2))
    {
        var index = Array.IndexOf(names, pair[0]);
        if (
            index < 0
            || pair.Length < 2
            || !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return null;
        }

        numbers[index] = number;
    }

    return numbers;
}
