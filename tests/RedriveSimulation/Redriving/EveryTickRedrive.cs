using Firetiger.DlqRedriver.Policy;

namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>
/// The baseline, as most redrives are written: everything that is in the queue, every time. No gate, no budget, no backoff; each
/// copy counts, and the sixth is not sent.
/// </summary>
/// <param name="world">What it acts upon.</param>
internal sealed class EveryTickRedrive(Surroundings world) : IRedrive
{
    private const int MaxAttempts = 5;

    /// <inheritdoc/>
    public RunFigures Run(double now)
    {
        var depth = world.Queue.Count;
        var figures = new RunFigures(now, null, depth, 0, depth, world.CopiesUnderway);
        var sent = 0;
        var end = now + RunPace.Longest;
        for (var left = depth; left > 0 && now < end; left--)
        {
            if (world.Queue.Receive(now) is not { } id)
            {
                break;
            }

            now += RunPace.PerPage(depth) / RunPace.PageSize;
            sent += Move(id, now) ? 1 : 0;
        }

        return figures with
        {
            Sent = sent,
        };
    }

    private bool Move(int id, double now)
    {
        if (world.Events[id].Attempts >= MaxAttempts)
        {
            world.Quarantine(id, QuarantineReason.AttemptsExhausted);
            return false;
        }

        world.SendCopy(id, now, isProbe: false);
        return true;
    }
}
