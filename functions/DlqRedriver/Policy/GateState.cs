namespace Firetiger.DlqRedriver.Policy;

/// <summary>What CloudWatch says of the destination. The numbers are the values of the metric GateState.</summary>
internal enum GateState
{
    /// <summary>CloudWatch could not be asked.</summary>
    MetricsUnavailable = -1,

    /// <summary>Deliveries were attempted and none succeeded: the whole destination fails.</summary>
    Failing = 0,

    /// <summary>Nothing was attempted.</summary>
    Unknown = 1,

    /// <summary>Live events arrive, but no copy has lately: the redrive's own way is not proven.</summary>
    Proving = 2,

    /// <summary>Copies arrive.</summary>
    Open = 3,
}
