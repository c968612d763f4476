using System.Diagnostics.CodeAnalysis;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>A pattern that does not pass, for those who invoke the function without CloudFormation.</summary>
[SuppressMessage(
    "Naming",
    "CA1710:Identifiers should have correct suffix",
    Justification = "Lambda gives the name of the class to the caller as the type of the error."
)]
[SuppressMessage("Major Code Smell", "S3376:Class names should end with Exception", Justification = "As above.")]
internal sealed class InvalidEventPattern : Exception
{
    public InvalidEventPattern(string message)
        : base(message) { }

    /// <summary>Gets nothing: this is an answer, and callers print all of it.</summary>
    public override string? StackTrace => null;
}
