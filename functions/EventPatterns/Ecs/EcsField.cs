using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>What is known of a field of ECS events.</summary>
/// <param name="Path">The field names joined with dots.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Values">The values that it is known to take; empty when it is free text.</param>
internal sealed record EcsField(string Path, EcsType Type, params IReadOnlyList<string> Values)
{
    /// <summary>Gets the last name of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>Gets a value indicating whether every event has it, whatever its source.</summary>
    public bool IsEnvelope => !Path.Contains('.', StringComparison.Ordinal);

    public string TypeName =>
        Type switch
        {
            EcsType.Number => "number",
            EcsType.Boolean => "boolean",
            _ => "string",
        };

    /// <summary>Tells whether the field can hold a scalar of a kind. Null is left open: ECS may send it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns><see langword="false"/> when it never does.</returns>
    public bool CanHold(EventScalarKind kind) =>
        kind switch
        {
            EventScalarKind.String => Type == EcsType.Text,
            EventScalarKind.Number => Type == EcsType.Number,
            EventScalarKind.Null => true,
            _ => Type == EcsType.Boolean,
        };
}
