using Firetiger.DlqRedriver.Actions;
using Firetiger.DlqRedriver.Queues;

namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>What a run of the function gets done.</summary>
internal static class RunPace
{
    /// <summary>The seconds in which a run begins pages: the function's timeout less 15, see <c>RunDeadline</c>.</summary>
    public const double Longest = Product.Timeout - 15;

    /// <summary>The seconds in which a run renews: half of its time.</summary>
    public const double Half = Product.Timeout * Renewal.Part;

    /// <summary>What a call of AWS takes, seconds: an assumption; within a Region few take longer.</summary>
    public const double PerCall = 0.02;

    /// <summary>Messages of one receive.</summary>
    public const int PageSize = MessageQueue.PageSize;

    // Receive, put, delete: one after the other.
    private const double SecondsPerPage = 3 * PerCall;

    /// <summary>The time that a page takes, as several overlap.</summary>
    /// <param name="copies">What the run may send and has before it.</param>
    /// <returns>Seconds.</returns>
    public static double PerPage(int copies) => SecondsPerPage / Math.Clamp(copies / PageSize, 1, Drain.MostWorkers);
}
