namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>What can go wrong with a PUT to the ResponseURL.</summary>
internal enum BucketFault
{
    /// <summary>The connection is reset before the response is read.</summary>
    Reset,

    /// <summary>The connection is reset when part of the response is read.</summary>
    ResetAfterHalf,

    /// <summary>There is no answer.</summary>
    Silent,

    /// <summary>The answer takes two seconds.</summary>
    Slow,
}
