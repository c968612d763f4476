namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The payload that answers an invocation.</summary>
public class InvocationResponse
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, disposeOutputStream: true) { }

    public InvocationResponse(Stream outputStream, bool disposeOutputStream) =>
        (OutputStream, DisposeOutputStream) = (outputStream, disposeOutputStream);

    public Stream OutputStream { get; set; }

    public bool DisposeOutputStream { get; }
}
