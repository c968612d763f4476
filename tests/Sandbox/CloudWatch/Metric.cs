using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>A metric: every combination of dimensions is another one.</summary>
/// <param name="Namespace">Such as <c>AWS/Events</c>.</param>
/// <param name="Name">Such as <c>InvocationAttempts</c>.</param>
/// <param name="Dimensions">Names and values, in order of name.</param>
internal sealed record Metric(string Namespace, string Name, IReadOnlyList<KeyValuePair<string, string>> Dimensions)
{
    private const int MostDimensions = 30;

    /// <summary>Gets what tells it from every other metric.</summary>
    public string Key =>
        string.Join('\n', [Namespace, Name, .. Dimensions.Select(dimension => $"{dimension.Key}\t{dimension.Value}")]);

    /// <summary>Reads the members MetricName and Dimensions.</summary>
    /// <param name="nameSpace">The namespace.</param>
    /// <param name="input">A MetricDatum or a Metric.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="AwsException">A name or value is missing or not valid.</exception>
    public static Metric Parse(string nameSpace, JsonObject input)
    {
        var dimensions = input
            .Structures("Dimensions")
            .Select(dimension => KeyValuePair.Create(Required(dimension, "Name"), Required(dimension, "Value")))
            .OrderBy(dimension => dimension.Key, StringComparer.Ordinal)
            .ToArray();
        return dimensions.Length <= MostDimensions
            ? new Metric(nameSpace, Required(input, "MetricName"), dimensions)
            : throw CloudWatchErrors.InvalidValue($"A metric has at most {MostDimensions} dimensions.");
    }

    public JsonObject View() =>
        new()
        {
            [nameof(Namespace)] = Namespace,
            ["MetricName"] = Name,
            [nameof(Dimensions)] = new JsonArray([
                .. Dimensions.Select(d => new JsonObject { [nameof(Name)] = d.Key, ["Value"] = d.Value }),
            ]),
        };

    private static string Required(JsonObject input, string name) =>
        input.Text(name) is { Length: > 0 } text ? text : throw CloudWatchErrors.Missing(name);
}
