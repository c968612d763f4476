using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Policy;

/// <summary>Tells what a release would be in vain for.</summary>
internal static class ReleasePolicy
{
    /// <summary>
    /// Tells whether a redrive could only quarantine the event again, or send it where it was never meant to go: nothing that a
    /// human mends outside the queue changes what it is.
    /// </summary>
    /// <param name="letter">A quarantined message.</param>
    /// <returns>Whether it stays, unless it is forced out.</returns>
    public static bool IsInVain(DeadLetter letter) =>
        letter.Shape is BodyShape.NotAnEvent or BodyShape.Encrypted
        || letter.IsTest
        || !letter.Attributes.IsForApiDestination
        || letter.Event.Length > RedriveLimits.LargestEvent;
}
