namespace Firetiger.DlqRedriver.Policy;

/// <summary>Why an event is given up until a human releases it. The names are written into the quarantine queue.</summary>
internal enum QuarantineReason
{
    /// <summary>The body is not one JSON object of Unicode text, or nests deeper than EventBridge allows.</summary>
    NotAnEvent,

    /// <summary>The bus could not decrypt it: the body is an encrypted payload.</summary>
    Encrypted,

    /// <summary>The failed target was not an API destination.</summary>
    NotForApiDestination,

    /// <summary>The redrive rule failed it, and the body came back without its envelope and so without its counts.</summary>
    EnvelopeLost,

    /// <summary>The envelope's attempt or date makes no sense.</summary>
    EnvelopeDamaged,

    /// <summary>A failed copy would not fit into the dead-letter queue.</summary>
    TooLarge,

    /// <summary>First dead-lettered longer ago than the longest age.</summary>
    TooOld,

    /// <summary>Every attempt failed.</summary>
    AttemptsExhausted,

    /// <summary>Refused for what it is, and again as a copy.</summary>
    Undeliverable,

    /// <summary>PutEvents refused the entry for what it is.</summary>
    RefusedByPutEvents,

    /// <summary>No event of a user's, but a delivery test that failed: see <c>testDelivery</c>.</summary>
    TestDeliveryFailed,
}
