namespace Firetiger.RedriveSimulation.World;

/// <summary>What will happen, the earliest first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<(int Id, Step Step), double> _steps = new();

    /// <summary>Gets when the next step is due; never, when there is none.</summary>
    public double Next => _steps.TryPeek(out _, out var at) ? at : double.PositiveInfinity;

    /// <summary>Adds a step.</summary>
    /// <param name="at">When.</param>
    /// <param name="id">Which event.</param>
    /// <param name="step">What.</param>
    public void Add(double at, int id, Step step) => _steps.Enqueue((id, step), at);

    /// <summary>Takes the next step.</summary>
    /// <returns>Which event, and what.</returns>
    public (int Id, Step Step) Take() => _steps.Dequeue();
}
