using Amazon.CloudWatch.Model;

namespace Firetiger.DlqRedriver.Health;

/// <summary>A rule, as its metrics name it.</summary>
/// <param name="BusName">Its bus.</param>
/// <param name="Name">Its name.</param>
internal sealed record RuleName(string BusName, string Name)
{
    /// <summary>Lists the dimensions of its metrics: those of a rule on the default bus leave the bus out.</summary>
    /// <returns>The dimensions.</returns>
    public List<Dimension> Dimensions() =>
        BusName is "default"
            ? [Dimension("RuleName", Name)]
            : [Dimension("EventBusName", BusName), Dimension("RuleName", Name)];

    private static Dimension Dimension(string name, string value) => new() { Name = name, Value = value };
}
