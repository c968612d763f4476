using System.Diagnostics;
using System.Globalization;

namespace Firetiger.FaultMatrix;

/// <summary>Many messages and every fault at random.</summary>
internal static class Soak
{
    private static readonly string[] Operations =
    [
        "GetQueueAttributes",
        "GetMetricData",
        "DescribeRule",
        "ReceiveMessage",
        "PutEvents",
        "DeleteMessageBatch",
        "ChangeMessageVisibilityBatch",
        "SendMessage",
        "PutMetricData",
    ];

    /// <summary>Runs it.</summary>
    /// <param name="messages">How many; every thousandth is no event.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="output">Where the result goes.</param>
    /// <returns>0 when nothing is lost and no more is doubled than the faults explain.</returns>
    public static async Task<int> RunAsync(int messages, int seed, TextWriter output)
    {
        await using var stage = await Stage.SetAsync(
            seed,
            ratePerSecond: 5_000,
            isScheduled: true,
            CancellationToken.None
        );
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < messages; index++)
        {
            await stage.DeadLetterAsync(Body(index), CancellationToken.None);
        }

        stage.Faults.Faults = [.. Operations.SelectMany(Faults)];
        await UntilEmptyAsync(stage, watch, output);
        stage.Faults.Faults = [];
        var quarantined = await stage.TakeQuarantineAsync(CancellationToken.None);
        var arrived = stage.Arrived();
        var distinct = arrived.Distinct(StringComparer.Ordinal).Count();
        var poison = quarantined.Distinct(StringComparer.Ordinal).Count();
        var (lost, duplicates) = (messages - distinct - poison, arrived.Count - distinct + quarantined.Count - poison);
        var most = stage.Faults.Exposure.Doubles;
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{messages} messages, seed {seed}, {watch.Elapsed.TotalMinutes:0.0} min: {stage.Faults.Injected} faults, of these {stage.Faults.LostAnswers} kills and lost answers; {distinct} delivered, {poison} quarantined, {lost} lost, {duplicates} duplicates of at most {most} that were sent and not deleted at a fault"
            )
        );
        return lost == 0 && duplicates <= most ? 0 : 1;
    }

    private static string Body(int index) =>
        index % 1_000 == 999
            ? string.Create(CultureInfo.InvariantCulture, $"no event {index}")
            : Stage.Event($"soak-{index}");

    private static IEnumerable<Fault> Faults(string operation)
    {
        yield return new Fault(operation, FaultKind.KillBefore, 0.0005);
        yield return new Fault(operation, FaultKind.KillAfter, 0.0005);
        yield return new Fault(operation, FaultKind.CutAfter, 0.002);
        yield return new Fault(operation, FaultKind.CutBefore, 0.005);
        yield return new Fault(operation, FaultKind.ServerError, 0.005);
        yield return new Fault(operation, FaultKind.Throttle, 0.005);
        if (operation is "PutEvents" || operation.EndsWith("Batch", StringComparison.Ordinal))
        {
            yield return new Fault(operation, FaultKind.FailEntries, 0.01);
        }
    }

    private static async Task UntilEmptyAsync(Stage stage, Stopwatch watch, TextWriter output)
    {
        var still = 0;
        while (still < 3)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            var left = await stage.DeadLettersAsync(CancellationToken.None);
            still = left == 0 ? still + 1 : 0;
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{watch.Elapsed.TotalSeconds, 5:0} s  {left, 7} in the queue  {stage.Faults.Injected, 5} faults"
                )
            );
        }
    }
}
