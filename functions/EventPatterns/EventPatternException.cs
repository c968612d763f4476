using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.EventPatterns;

/// <summary>A pattern that EventBridge would refuse, or that cannot match.</summary>
public sealed class EventPatternException : Exception
{
    private const int MessageBytes = 1000;

    /// <summary>Initializes a new instance of the <see cref="EventPatternException"/> class.</summary>
    public EventPatternException()
        : this([]) { }

    /// <summary>Initializes a new instance of the <see cref="EventPatternException"/> class.</summary>
    /// <param name="message">The message.</param>
    public EventPatternException(string message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="EventPatternException"/> class.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public EventPatternException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Initializes a new instance of the <see cref="EventPatternException"/> class.</summary>
    /// <param name="diagnostics">What is wrong.</param>
    public EventPatternException(IReadOnlyList<Diagnostic> diagnostics)
        : base(OneLine.Render(diagnostics, MessageBytes)) => Diagnostics = diagnostics;

    /// <summary>Gets what is wrong, warnings included.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = [];
}
