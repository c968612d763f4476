namespace Firetiger.Sandbox.Wire;

/// <summary>The connection ends without an answer.</summary>
internal sealed class ConnectionCutException : Exception
{
    public ConnectionCutException() { }

    public ConnectionCutException(string message)
        : base(message) { }

    public ConnectionCutException(string message, Exception inner)
        : base(message, inner) { }
}
