namespace Firetiger.Sandbox.Page;

/// <summary>Something that the person at the page can mend; the message is a sentence for them.</summary>
/// <param name="message">The sentence.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class PageException(string message, int status = 400) : Exception(message)
{
    public int Status { get; } = status;
}
