namespace Firetiger.PatternValidator.Judgement;

/// <summary>What EventBridge itself says of a pattern.</summary>
internal abstract record EventBridgeAnswer
{
    /// <summary>It takes the pattern.</summary>
    internal sealed record Accepted : EventBridgeAnswer;

    /// <summary>It refuses the pattern.</summary>
    /// <param name="Text">Its own words.</param>
    internal sealed record Refused(string Text) : EventBridgeAnswer;

    /// <summary>It did not say: down, throttled, forbidden, out of time.</summary>
    /// <param name="Reason">Why, in a word or two.</param>
    internal sealed record Unreachable(string Reason) : EventBridgeAnswer;
}
