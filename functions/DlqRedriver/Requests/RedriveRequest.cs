namespace Firetiger.DlqRedriver.Requests;

/// <summary>One run, as the schedule (<c>{}</c>) or an operator asks for it.</summary>
internal sealed record RedriveRequest() : Request(Name)
{
    /// <summary>The action's name.</summary>
    public const string Name = "redrive";

    /// <summary>Gets the most messages to look at, 1 or more; null for as many as the budget allows.</summary>
    public int? MaxMessages { get; init; }

    /// <summary>Gets the error codes to redrive; empty for all.</summary>
    public IReadOnlyCollection<string> ErrorCodes { get; init; } = [];

    /// <summary>Tells whether a message is asked for.</summary>
    /// <param name="errorCode">The message's error code, or null.</param>
    /// <returns>Whether it is.</returns>
    public bool Includes(string? errorCode) =>
        ErrorCodes.Count == 0 || ErrorCodes.Contains(errorCode, StringComparer.Ordinal);
}
