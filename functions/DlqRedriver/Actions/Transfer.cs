using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Queues;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>Moves messages from a queue to a queue, or to its own end: each is deleted only after SQS has the new one.</summary>
/// <param name="run">The run.</param>
/// <param name="from">Where they are.</param>
/// <param name="to">Where they go.</param>
internal sealed class Transfer(RunContext run, MessageQueue from, MessageQueue to)
{
    // The largest, of 1,048,576 bytes, go one at a time: a page of them would not fit the function's memory many times over.
    private const int LargeLength = 100_000;

    /// <summary>Moves messages.</summary>
    /// <param name="letters">The messages, a page of them.</param>
    /// <param name="body">A message's new body.</param>
    /// <param name="attributes">A message's new attributes.</param>
    /// <returns>Those that were moved. What could not be moved is where it was, and the failed call is noted.</returns>
    public async Task<IReadOnlyList<DeadLetter>> MoveAsync(
        IReadOnlyList<DeadLetter> letters,
        Func<DeadLetter, string> body,
        Func<DeadLetter, Dictionary<string, MessageAttributeValue>> attributes
    )
    {
        List<DeadLetter> moved = [];
        foreach (
            var some in letters.Chunk(letters.Any(letter => letter.Body.Length > LargeLength) ? 1 : letters.Count + 1)
        )
        {
            var sent = await Task.WhenAll(some.Select(letter => TrySendAsync(body(letter), attributes(letter))));
            moved.AddRange(some.Where((_, index) => sent[index]));
        }

        run.Tally.Moved(moved);
        await run.DeleteAsync(from, moved);
        return moved;
    }

    private async Task<bool> TrySendAsync(string body, Dictionary<string, MessageAttributeValue> attributes)
    {
        try
        {
            await to.SendAsync(body, attributes, run.Deadline.Sends);
            return true;
        }
        catch (AwsCallException fault)
        {
            run.Note(fault);
            return false;
        }
    }
}
