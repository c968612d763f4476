namespace Firetiger.PatternValidator.Protocol;

/// <summary>What CloudFormation asks for.</summary>
internal enum RequestType
{
    /// <summary>Something that CloudFormation does not ask for today.</summary>
    Unknown,

    /// <summary>The resource is new.</summary>
    Create,

    /// <summary>Its properties changed, or a rollback brings the old ones back: nothing tells which.</summary>
    Update,

    /// <summary>The resource goes.</summary>
    Delete,
}
