namespace Firetiger.PatternValidator.Protocol;

/// <summary>Whether an attempt to deliver a response succeeded, and whether another may.</summary>
internal enum DeliveryOutcome
{
    /// <summary>The response arrived.</summary>
    Delivered,

    /// <summary>It did not, but the next attempt may.</summary>
    Failed,

    /// <summary>It did not, and never will: a wrong or expired signature, a redirect.</summary>
    Refused,
}
