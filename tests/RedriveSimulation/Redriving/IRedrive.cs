namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>Somebody who redrives.</summary>
internal interface IRedrive
{
    /// <summary>Does one scheduled run.</summary>
    /// <param name="now">When it starts.</param>
    /// <returns>What it did.</returns>
    RunFigures Run(double now);
}
