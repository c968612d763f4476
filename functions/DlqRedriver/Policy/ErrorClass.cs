namespace Firetiger.DlqRedriver.Policy;

/// <summary>What an <c>ERROR_CODE</c> says about trying again.</summary>
internal enum ErrorClass
{
    /// <summary>Says little: another try may succeed. The class of every code that is not known.</summary>
    Ambiguous,

    /// <summary>The target or the way to it was unavailable.</summary>
    Transient,

    /// <summary>A permission or a resource is missing: it fails alike until someone mends it.</summary>
    Configuration,

    /// <summary>The event itself was refused: it fails alike for ever.</summary>
    Payload,
}
