namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What is known of the way from the redrive bus to the destination. The numbers are the values of the metric RouteState.</summary>
internal enum RouteState
{
    /// <summary>EventBridge could not be asked.</summary>
    NotChecked = -1,

    /// <summary>Something is wrong with it: nothing moves.</summary>
    Broken = 0,

    /// <summary>A copy would arrive.</summary>
    Whole = 1,
}
