using System.Text.Json;
using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>A question of somebody who invokes the function without CloudFormation: <c>{"eventPattern":"…","strictness":"…"}</c>.</summary>
internal static class DirectRequest
{
    private const string EventPattern = "eventPattern";

    private const string StrictnessName = "strictness";

    /// <summary>Reads a question.</summary>
    /// <param name="payload">The payload of an invocation.</param>
    /// <returns>What to judge.</returns>
    /// <exception cref="InvalidRequestException">It is none; the message says what is wrong.</exception>
    public static PatternProperties Read(JsonElement payload)
    {
        if (!payload.TryGetProperty(EventPattern, out var pattern))
        {
            throw new InvalidRequestException(
                "The request has neither a ResponseURL, as the requests of CloudFormation have, nor an eventPattern. "
                    + """To have a pattern checked, ask with {"eventPattern": "…", "strictness": "Strict"}."""
            );
        }

        if (FirstUnknown(payload) is { } unknown)
        {
            throw new InvalidRequestException(
                $"There is no member `{unknown}`; there are eventPattern and strictness."
            );
        }

        return pattern.ValueKind == JsonValueKind.String
            ? new PatternProperties(pattern.GetString()!, new AnalysisOptions { Strictness = ReadStrictness(payload) })
            : throw new InvalidRequestException("The eventPattern must be one string of JSON.");
    }

    private static string? FirstUnknown(JsonElement payload) =>
        payload
            .EnumerateObject()
            .Select(member => member.Name)
            .FirstOrDefault(name => name is not (EventPattern or StrictnessName));

    private static Strictness ReadStrictness(JsonElement payload)
    {
        if (!payload.TryGetProperty(StrictnessName, out var value))
        {
            return Strictness.Strict;
        }

        return value.ValueKind == JsonValueKind.String && StrictnessText.Parse(value.GetString()!) is { } strictness
            ? strictness
            : throw new InvalidRequestException("The strictness can be Strict or Lenient.");
    }
}
