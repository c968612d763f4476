namespace Firetiger.EventPatterns.Ecs;

/// <summary>The JSON type that a field has in events. EventBridge looks through arrays, so an array is of the type of its items.</summary>
internal enum EcsType
{
    Text,
    Number,
    Boolean,

    /// <summary>An object, of which all fields are listed.</summary>
    Object,

    /// <summary>An array of such objects. What is asked of several of their fields must hold for one of them.</summary>
    Objects,

    /// <summary>An object, or an array of them, of which not all fields are listed.</summary>
    Open,
}
