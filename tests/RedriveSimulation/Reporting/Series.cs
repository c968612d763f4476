namespace Firetiger.RedriveSimulation.Reporting;

/// <summary>One line of a plot.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Its colour, as CSS writes it.</param>
/// <param name="Points">Its points, left to right.</param>
internal sealed record Series(string Name, string Color, IReadOnlyList<(double X, double Y)> Points);
