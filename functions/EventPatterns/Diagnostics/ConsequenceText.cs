namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>Says what a <see cref="Consequence"/> is.</summary>
internal static class ConsequenceText
{
    public static string Text(this Consequence consequence) =>
        consequence switch
        {
            Consequence.Branch => "so this alternative of `$or` never matches",
            Consequence.Value => "so this value never matches",
            Consequence.Replaced => "so this never matches where it is not replaced",
            Consequence.Ecs => "so this never matches an ECS event",
            _ => "so the pattern never matches",
        };

    /// <summary>Makes a finding that is an error only when the pattern as a whole never matches.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="consequence">What follows.</param>
    /// <returns>The finding.</returns>
    public static Finding With(this Finding finding, Consequence consequence) =>
        finding with
        {
            OnlyWarns = consequence != Consequence.Pattern,
        };
}
