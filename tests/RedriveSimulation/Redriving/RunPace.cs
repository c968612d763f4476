namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>What a run of the function gets done.</summary>
internal static class RunPace
{
    /// <summary>The seconds in which a run begins pages: the function's timeout less what it keeps for its end.</summary>
    public const double Longest = 75;

    /// <summary>Messages of one receive.</summary>
    public const int PageSize = 10;

    /// <summary>Receive, put, delete: three calls in a row of 20 ms each, an assumption.</summary>
    private const double SecondsPerPage = 0.06;

    private const int MostWorkers = 8;

    /// <summary>The time that a page takes, as several overlap.</summary>
    /// <param name="copies">What the run may send and has before it.</param>
    /// <returns>Seconds.</returns>
    public static double PerPage(int copies) => SecondsPerPage / Math.Clamp(copies / PageSize, 1, MostWorkers);
}
