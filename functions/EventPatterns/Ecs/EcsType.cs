namespace Firetiger.EventPatterns.Ecs;

/// <summary>The JSON type that a field has in events.</summary>
internal enum EcsType
{
    Text,
    Number,
    Boolean,
}
