namespace Firetiger.DlqRedriver.Actions;

/// <summary>Where a run stops of itself.</summary>
internal static class RunLimits
{
    /// <summary>The messages that a run holds hidden until it is over: to show them again takes the time of a tenth as many calls.</summary>
    public const int MostHeld = 1_000;

    /// <summary>The messages that may fail before a queue counts as broken.</summary>
    public const int MostFailed = 50;
}
