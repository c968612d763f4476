using System.Globalization;

namespace Firetiger.DlqRedriver.Settings;

/// <summary>Reads settings by name and keeps every problem, so that a start reports all of them at once.</summary>
/// <param name="read">A variable's value by its name, or null.</param>
internal sealed class SettingsReader(Func<string, string?> read)
{
    private readonly List<string> _problems = [];

    /// <summary>Gets what was wrong with the settings read so far.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads a text that must be there.</summary>
    /// <param name="name">The setting.</param>
    /// <returns>The text, or an empty one after a problem.</returns>
    public string Text(string name)
    {
        var text = read(name);
        return string.IsNullOrWhiteSpace(text) ? Problem(name, "must be set", "") : text;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="fallback">The value when the setting is absent or empty.</param>
    /// <returns>The text.</returns>
    public string Text(string name, string fallback) => read(name) is { Length: > 0 } text ? text : fallback;

    /// <summary>Reads the URL of a queue.</summary>
    /// <param name="name">The setting.</param>
    /// <returns>The URL as given, or an empty one after a problem.</returns>
    public string Url(string name)
    {
        var text = read(name);
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? text
            : Problem(name, $"must be the URL of a queue; it is '{text}'", "");
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="min">The least allowed.</param>
    /// <param name="max">The most allowed.</param>
    /// <param name="fallback">The value when the setting is absent or empty.</param>
    /// <returns>The number, or the fallback after a problem.</returns>
    public int Whole(string name, int min, int max, int fallback)
    {
        var text = read(name);
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= min
            && value <= max
            ? value
            : Problem(name, $"must be a whole number from {min} to {max}; it is '{text}'", fallback);
    }

    /// <summary>Reads a share: over 0, at most 1.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="fallback">The value when the setting is absent or empty.</param>
    /// <returns>The share, or the fallback after a problem.</returns>
    public double Share(string name, double fallback)
    {
        var text = read(name);
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        return
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value is > 0 and <= 1
            ? value
            : Problem(name, $"must be a number over 0 and at most 1; it is '{text}'", fallback);
    }

    private T Problem<T>(string name, string problem, T fallback)
    {
        _problems.Add($"{name} {problem}");
        return fallback;
    }
}
