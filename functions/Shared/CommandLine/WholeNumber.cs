using System.CommandLine;
using System.Globalization;

namespace Firetiger.CommandLine;

/// <summary>Options that are whole numbers. The library's own reading tells of System.Int32.</summary>
internal static class WholeNumber
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is the number of.</param>
    /// <param name="value">The default.</param>
    /// <param name="least">The least that makes sense.</param>
    /// <param name="most">The most.</param>
    /// <returns>The option.</returns>
    public static Option<int> Of(string name, string description, int value, int least = 0, int most = int.MaxValue) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => value,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
                if (!isNumber || number < least || number > most)
                {
                    var range = most == int.MaxValue ? $"from {least}" : $"from {least} to {most}";
                    result.AddError($"`{name}` is a number {range}, not `{text}`");
                }

                return number;
            },
        };
}
