using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>A member of a template's Parameters, and the values it takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">String, Number or CommaDelimitedList.</param>
internal sealed record ParameterDeclaration(string Name, string Type)
{
    private static readonly ImmutableHashSet<string> Members =
    [
        "Type",
        "Default",
        "Description",
        "NoEcho",
        "AllowedValues",
        "AllowedPattern",
        "ConstraintDescription",
        "MinLength",
        "MaxLength",
        "MinValue",
        "MaxValue",
    ];

    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(5);

    public string? Default { get; private init; }

    public string? Description { get; private init; }

    public bool NoEcho { get; private init; }

    public ImmutableArray<string>? AllowedValues { get; private init; }

    public string? AllowedPattern { get; private init; }

    public string? ConstraintDescription { get; private init; }

    public decimal? MinLength { get; private init; }

    public decimal? MaxLength { get; private init; }

    public decimal? MinValue { get; private init; }

    public decimal? MaxValue { get; private init; }

    /// <summary>Reads one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="node">What the template has there.</param>
    /// <returns>The declaration.</returns>
    /// <exception cref="Hosting.AwsException">ValidationError.</exception>
    public static ParameterDeclaration Read(string name, JsonNode? node)
    {
        var members = node as JsonObject ?? [];
        var unknown = members.Select(member => member.Key).FirstOrDefault(member => !Members.Contains(member));
        if (unknown is not null)
        {
            throw TemplateError.Because($"Invalid template parameter property '{unknown}' of parameter {name}");
        }

        var type = members.Scalar("Type");
        if (type is not ("String" or "Number" or "CommaDelimitedList"))
        {
            throw TemplateError.Because(
                $"Template format error: Unrecognized parameter type: {type} of parameter {name}"
            );
        }

        return new ParameterDeclaration(name, type)
        {
            Default = members.Scalar("Default"),
            Description = members.Scalar("Description"),
            NoEcho = members.Scalar("NoEcho") is "true",
            AllowedValues = members["AllowedValues"] is JsonArray values
                ? [.. values.Select(value => Scalars.Of(value) ?? "")]
                : null,
            AllowedPattern = members.Scalar("AllowedPattern"),
            ConstraintDescription = members.Scalar("ConstraintDescription"),
            MinLength = NumberOf(members.Scalar("MinLength")),
            MaxLength = NumberOf(members.Scalar("MaxLength")),
            MinValue = NumberOf(members.Scalar("MinValue")),
            MaxValue = NumberOf(members.Scalar("MaxValue")),
        };
    }

    /// <summary>Checks a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>What is wrong with it in CloudFormation's words; null for nothing.</returns>
    public string? Problem(string value)
    {
        var violated = Type is "CommaDelimitedList"
            ? value.Split(',').Select(item => Violated(item.Trim())).FirstOrDefault(problem => problem is not null)
            : Violated(value);
        return violated is null ? null
            : ConstraintDescription is null ? $"Parameter '{Name}' {violated}"
            : $"Parameter {Name} failed to satisfy constraint: {ConstraintDescription}";
    }

    /// <summary>Makes what Ref gives.</summary>
    /// <param name="value">A value without problems.</param>
    /// <returns>Text, or a list of texts.</returns>
    public JsonNode Resolve(string value) =>
        Type is "CommaDelimitedList"
            ? new JsonArray([.. value.Split(',').Select(item => JsonValue.Create(item.Trim()))])
            : JsonValue.Create(value);

    private static decimal? NumberOf(string? text) =>
        decimal.TryParse(
            text,
            NumberStyles.Number | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private string? Violated(string value)
    {
        var number = NumberOf(value);
        return Type is "Number" && number is null ? "must be a number"
            : AllowedValues is { } allowed && !allowed.Contains(value) ? "must be one of AllowedValues"
            : AllowedPattern is { } pattern && !MatchesWhole(pattern, value) ? $"must match pattern {pattern}"
            : value.Length < MinLength ? $"must contain at least {MinLength} characters"
            : value.Length > MaxLength ? $"must contain at most {MaxLength} characters"
            : number < MinValue ? $"must be a number not less than {MinValue}"
            : number > MaxValue ? $"must be a number not greater than {MaxValue}"
            : null;
    }

    private static bool MatchesWhole(string pattern, string value) =>
        Regex.IsMatch(value, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, MatchLimit);
}
