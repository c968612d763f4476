namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What became of a delivery test.</summary>
internal enum TestOutcome
{
    /// <summary>The destination took it.</summary>
    Arrived,

    /// <summary>EventBridge gave up.</summary>
    Failed,

    /// <summary>Attempts failed; EventBridge is not through with it.</summary>
    Failing,

    /// <summary>Nothing is known yet.</summary>
    Pending,
}
