using System.CommandLine;

namespace Firetiger.CommandLine;

/// <summary>Options that have a few values, in any case.</summary>
internal static class Choice
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it decides.</param>
    /// <param name="values">Its values; the first is the default.</param>
    /// <returns>The option, whose value is one of them as it is written here.</returns>
    public static Option<string> Of(string name, string description, params string[] values) =>
        new(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => values[0],
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var value = values.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
                if (value is null)
                {
                    var known = $"{string.Join(", ", values[..^1])} or {values[^1]}";
                    result.AddError($"`{name}` can be {known}, not `{text}`");
                }

                return value ?? "";
            },
        };
}
