using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>Shows what some messages are and what a redrive would decide; they are back in their queue when it ends.</summary>
/// <param name="run">The run.</param>
/// <param name="request">What is asked for.</param>
internal sealed class PeekRun(RunContext run, PeekRequest request)
{
    private readonly MessageQueue _queue = request.Quarantine ? run.Redriver.Quarantine : run.Redriver.DeadLetters;

    /// <summary>Looks.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">SQS failed.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        var gate = run.OpenGate((await run.ReadMetricsAsync()).Health);
        var held = new HeldMessages(run, _queue);
        try
        {
            return await LookAsync(gate, held);
        }
        finally
        {
            await held.ShowAsync();
        }
    }

    private async Task<StopReason> LookAsync(Gate gate, HeldMessages held)
    {
        while (held.Count < request.MaxMessages)
        {
            if (run.Deadline.IsNear)
            {
                return StopReason.TimeIsUp;
            }

            var size = Math.Min(MessageQueue.PageSize, request.MaxMessages - held.Count);
            var page = await _queue.ReceiveAsync(size, run.Deadline.Ownership, run.Deadline.Sends);
            if (page.Count == 0)
            {
                return StopReason.QueueEmpty;
            }

            held.Hold(page);
            Show(page, gate);
        }

        return StopReason.MaxMessages;
    }

    private void Show(IReadOnlyList<DeadLetter> page, Gate gate)
    {
        var now = run.Now;
        run.Tally.Received += page.Count;
        run.Tally.Saw(page, now);
        run.Tally.Messages.AddRange(page.Select(letter => MessageReport.Of(letter, DecisionOn(letter, gate, now))));
    }

    private Decision? DecisionOn(DeadLetter letter, Gate gate, DateTimeOffset now) =>
        request.Quarantine ? null : RedrivePolicy.Decide(letter, now, run.Redriver.Limits, gate.OthersSucceed);
}
