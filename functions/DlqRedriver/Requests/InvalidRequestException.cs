namespace Firetiger.DlqRedriver.Requests;

/// <summary>An invocation payload that asks for something unknown; the message names what is known.</summary>
/// <param name="message">For the person who wrote the payload.</param>
internal sealed class InvalidRequestException(string message) : Exception(message);
