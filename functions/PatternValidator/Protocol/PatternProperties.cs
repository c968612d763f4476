using System.Globalization;
using System.Text.Json;
using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>The properties of a <c>Custom::EventPattern</c> that bear on the judgement.</summary>
/// <param name="EventPattern">The pattern as JSON text, or empty.</param>
/// <param name="Options">How to judge it.</param>
/// <param name="Problems">What is wrong with the properties themselves, in sentences; empty when they can be judged.</param>
/// <remarks>
/// EventBusName is a property too, only so that CloudFormation asks again when the bus changes.
/// A missing property and an empty one are the same: a Ref to an empty parameter arrives as "".
/// </remarks>
internal sealed record PatternProperties(string EventPattern, AnalysisOptions Options, IReadOnlyList<string> Problems)
{
    /// <summary>Reads the properties of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The properties, with every problem they have.</returns>
    public static PatternProperties Read(JsonElement request)
    {
        var properties = request.TryGetProperty("ResourceProperties", out var found) ? found : default;
        var problems = new List<string>();
        var pattern = ReadPattern(properties, problems);
        var options = new AnalysisOptions
        {
            Strictness = ReadStrictness(Scalar.Read(properties, "Strictness"), problems),
            RulesVersion = ReadRulesVersion(Scalar.Read(properties, "RulesVersion"), problems),
        };
        return new PatternProperties(pattern, options, problems);
    }

    private static string ReadPattern(JsonElement properties, List<string> problems)
    {
        var isObject =
            properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty(nameof(EventPattern), out var value)
            && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        var text = Scalar.Read(properties, nameof(EventPattern));
        if (isObject)
        {
            problems.Add(
                "The property EventPattern must be JSON text, not an object: CloudFormation turns the numbers and the "
                    + "true and false inside an object into strings, which match other events. Give the pattern as one string."
            );
        }
        else if (text.Length == 0)
        {
            problems.Add("The property EventPattern is missing or empty.");
        }

        return text;
    }

    private static Strictness ReadStrictness(string text, List<string> problems)
    {
        switch (text.ToUpperInvariant())
        {
            case "" or "STRICT":
                return Strictness.Strict;
            case "LENIENT":
                return Strictness.Lenient;
            default:
                problems.Add($"The property Strictness is `{text}`; it can be Strict or Lenient.");
                return Strictness.Strict;
        }
    }

    // A version newer than ours comes from a template newer than this function; all that we know applies.
    private static int ReadRulesVersion(string text, List<string> problems)
    {
        if (text.Length == 0)
        {
            return AnalysisOptions.LatestRulesVersion;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1)
        {
            return Math.Min(version, AnalysisOptions.LatestRulesVersion);
        }

        problems.Add($"The property RulesVersion is `{text}`; it must be a whole number from 1.");
        return AnalysisOptions.LatestRulesVersion;
    }
}
