namespace Firetiger.EventPatterns;

/// <summary>What becomes of a pattern that EventBridge takes but that provably cannot match.</summary>
public enum Strictness
{
    /// <summary>An error.</summary>
    Strict,

    /// <summary>A warning.</summary>
    Lenient,
}
