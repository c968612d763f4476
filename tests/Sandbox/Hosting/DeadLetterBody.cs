namespace Firetiger.Sandbox.Hosting;

/// <summary>The two readings of AWS's silence about the body of a dead-lettered message.</summary>
internal enum DeadLetterBody
{
    /// <summary>The event as the rule matched it.</summary>
    Matched,

    /// <summary>What InputPath made of it.</summary>
    Transformed,
}
