namespace Firetiger.DlqRedriver.Messages;

/// <summary>What the body of a dead-lettered message turned out to be.</summary>
internal enum BodyShape
{
    /// <summary>An event as ECS sent it.</summary>
    Original,

    /// <summary>Our envelope around an event: a copy that failed.</summary>
    Enveloped,

    /// <summary>Our envelope with an attempt or a date that makes no sense.</summary>
    EnvelopeDamaged,

    /// <summary>A message of the redrive rule whose body is no envelope.</summary>
    EnvelopeLost,

    /// <summary>An event that the bus could not decrypt.</summary>
    Encrypted,

    /// <summary>Not one JSON object, or one whose text is no Unicode.</summary>
    NotAnEvent,
}
