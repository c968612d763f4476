namespace Firetiger.DlqRedriver.Requests;

/// <summary>Asks for a look at some messages of a queue, and leaves them there.</summary>
internal sealed record PeekRequest() : Request(Name)
{
    /// <summary>The action's name.</summary>
    public const string Name = "peek";

    /// <summary>The most messages that one look shows.</summary>
    public const int MostMessages = 100;

    /// <summary>Gets a value indicating whether to look into the quarantine queue instead of the dead-letter queue.</summary>
    public bool Quarantine { get; init; }

    /// <summary>Gets the most messages to show, 1 to <see cref="MostMessages"/>.</summary>
    public int MaxMessages { get; init; } = 10;
}
