using System.Globalization;
using System.Text.Json;
using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>Reads the properties of a <c>Custom::EventPattern</c>, and finds every problem that they have.</summary>
/// <param name="properties">The properties as CloudFormation sends them.</param>
/// <remarks>A missing property and an empty one are the same: a Ref to an empty parameter arrives as "".</remarks>
internal sealed class PropertiesReader(JsonElement properties)
{
    // The first two are CloudFormation's own; EventBusName is there only so that a change of the bus asks again.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "ServiceToken",
        "ServiceTimeout",
        "EventBusName",
        "Strictness",
        "RulesVersion",
        nameof(PatternProperties.EventPattern),
        nameof(PatternProperties.MatchingSamples),
        nameof(PatternProperties.NonMatchingSamples),
    };

    private readonly List<string> _problems = [];

    /// <summary>Reads.</summary>
    /// <returns>The properties.</returns>
    public PatternProperties Read() =>
        new(ReadPattern(), new AnalysisOptions { Strictness = ReadStrictness(), RulesVersion = ReadRulesVersion() })
        {
            MatchingSamples = ReadSamples(nameof(PatternProperties.MatchingSamples)),
            NonMatchingSamples = ReadSamples(nameof(PatternProperties.NonMatchingSamples)),
            Unknown = ReadUnknown(),
            Problems = _problems,
        };

    private string ReadPattern()
    {
        const string Name = nameof(PatternProperties.EventPattern);
        if (Find(Name) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } value)
        {
            _problems.Add(StringifiedObject.Explain(Name, value));
            return string.Empty;
        }

        var text = Scalar.Read(properties, Name);
        if (text.Length == 0)
        {
            _problems.Add("The property EventPattern is missing or empty.");
        }

        return text;
    }

    private Strictness ReadStrictness()
    {
        var text = Scalar.Read(properties, "Strictness");
        if (StrictnessText.Parse(text) is { } strictness)
        {
            return strictness;
        }

        _problems.Add($"The property Strictness is `{text}`; it can be Strict or Lenient.");
        return Strictness.Strict;
    }

    // A version newer than ours comes from a template newer than this function; all that we know applies.
    private int ReadRulesVersion()
    {
        var text = Scalar.Read(properties, "RulesVersion");
        if (text.Length == 0)
        {
            return AnalysisOptions.LatestRulesVersion;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1)
        {
            return version;
        }

        _problems.Add($"The property RulesVersion is `{text}`; it must be a whole number from 1.");
        return AnalysisOptions.LatestRulesVersion;
    }

    private string[] ReadSamples(string name) =>
        Find(name) switch
        {
            null or { ValueKind: JsonValueKind.Null } => [],
            { ValueKind: JsonValueKind.String } text when text.ValueEquals(string.Empty) => [],
            { ValueKind: JsonValueKind.Array } list =>
            [
                .. list.EnumerateArray().Select((item, at) => Sample(item, name, at)),
            ],
            _ => NoSamples($"The property {name} must be a list of events, each one string of JSON."),
        };

    private string Sample(JsonElement item, string name, int index)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return item.GetString()!;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");
        _problems.Add(
            item.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? StringifiedObject.Explain(place, item)
                : $"The property {place} must be an event, as one string of JSON."
        );
        return string.Empty;
    }

    private string[] NoSamples(string problem)
    {
        _problems.Add(problem);
        return [];
    }

    private string[] ReadUnknown() =>
        properties.ValueKind == JsonValueKind.Object
            ? [.. properties.EnumerateObject().Select(property => property.Name).Where(name => !Known.Contains(name))]
            : [];

    private JsonElement? Find(string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) ? value : null;
}
