using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>Constraints that an operation's shapes put on members, with AWS's words for what breaks them.</summary>
internal static class Constraints
{
    public static string Required(this JsonObject input, string name) =>
        input.Text(name) ?? throw Broken("null", name, "Member must not be null");

    public static IReadOnlyList<JsonObject> RequiredStructures(this JsonObject input, string name) =>
        input[name] is null ? throw Broken("null", name, "Member must not be null") : input.Structures(name);

    /// <summary>Reads a whole number. A template's Number parameter arrives as text: CloudFormation has it so.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">The member.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The most that is allowed.</param>
    /// <returns>The number, or <see langword="null"/> when the member is missing.</returns>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static int? Between(this JsonObject input, string name, int least, int most)
    {
        if (input[name] is not { } node)
        {
            return null;
        }

        var text = node.ToJsonString().Trim('"');
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Broken(text, name, $"Member must have value between {least} and {most}");
    }

    /// <summary>Makes the error.</summary>
    /// <param name="value">The value as AWS shows it.</param>
    /// <param name="name">The member's name in the API reference.</param>
    /// <param name="rule">What it should be.</param>
    /// <returns>ValidationException.</returns>
    public static AwsException Broken(string value, string name, string rule) =>
        new(
            "ValidationException",
            $"1 validation error detected: Value '{value}' at '{char.ToLowerInvariant(name[0])}{name[1..]}' "
                + $"failed to satisfy constraint: {rule}"
        );
}
