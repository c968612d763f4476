namespace Firetiger.EventPatterns.Tests.Plausible;

/// <summary>A value that a pattern may ask for, and what an event can have there so that it matches.</summary>
/// <param name="Text">The value in a pattern.</param>
/// <param name="OfEcs">The JSON that an ECS event can have, or <see langword="null"/> when none can.</param>
/// <param name="OfOthers">The same for events that an application sends.</param>
internal sealed record Choice(string Text, string? OfEcs, string? OfOthers)
{
    /// <summary>The event has no such field.</summary>
    public const string Nothing = "";

    /// <summary>The event may have there what it likes.</summary>
    public const string Whatever = "*";

    /// <summary>A value that events of any sender can have.</summary>
    /// <param name="json">The value.</param>
    /// <returns>The choice.</returns>
    public static Choice Free(string json) => new(json, json, json);

    /// <summary>A value that ECS never sends, and anybody else may.</summary>
    /// <param name="json">The value.</param>
    /// <returns>The choice.</returns>
    public static Choice NotEcs(string json) => new(json, null, json);

    /// <summary>A value that no event has.</summary>
    /// <param name="json">The value.</param>
    /// <returns>The choice.</returns>
    public static Choice Never(string json) => new(json, null, null);
}
