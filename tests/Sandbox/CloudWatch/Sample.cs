namespace Firetiger.Sandbox.CloudWatch;

/// <summary>Values of a metric at one time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Count">How many values.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
internal sealed record Sample(DateTimeOffset Time, double Count, double Sum, double Minimum, double Maximum)
{
    public static Sample Join(IEnumerable<Sample> samples) =>
        samples.Aggregate(
            (left, right) =>
                new Sample(
                    left.Time,
                    left.Count + right.Count,
                    left.Sum + right.Sum,
                    Math.Min(left.Minimum, right.Minimum),
                    Math.Max(left.Maximum, right.Maximum)
                )
        );

    /// <summary>Gives a statistic.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="Hosting.AwsException">The sandbox has no such statistic.</exception>
    public double Statistic(string name) =>
        name switch
        {
            "Sum" => Sum,
            "SampleCount" => Count,
            "Minimum" => Minimum,
            "Maximum" => Maximum,
            "Average" => Sum / Count,
            _ => throw CloudWatchErrors.InvalidValue($"The sandbox has no statistic {name}."),
        };
}
