using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>
/// Messages that a run received and leaves alone. They stay hidden until it is over, or it would receive them again.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="queue">Where they are.</param>
internal sealed class HeldMessages(RunContext run, MessageQueue queue)
{
    private readonly List<DeadLetter> _letters = [];

    /// <summary>Gets the messages.</summary>
    public IReadOnlyList<DeadLetter> Letters => _letters;

    /// <summary>Gets how many there are.</summary>
    public int Count => _letters.Count;

    /// <summary>Holds messages.</summary>
    /// <param name="letters">The messages.</param>
    public void Hold(IEnumerable<DeadLetter> letters) => _letters.AddRange(letters);

    /// <summary>Shows them again.</summary>
    /// <returns>When done, as far as the time allows.</returns>
    public async Task ShowAsync()
    {
        var letters = _letters.Select(letter => (letter, TimeSpan.Zero)).ToList();
        _letters.Clear();
        await queue.Received.HideAsync(letters, run.Log, run.Deadline.CleanUp);
    }
}
