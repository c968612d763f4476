using System.Text;
using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>What is known of a field of ECS events.</summary>
/// <param name="Path">The field names joined with dots.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Events">The events that carry it; <see cref="EcsEvents.None"/> when the API has it and no event does.</param>
/// <param name="Values">The values that it is known to take; empty when it is free text.</param>
internal sealed record EcsField(string Path, EcsType Type, EcsEvents Events, params IReadOnlyList<string> Values)
{
    private readonly byte[][] _values = [.. Values.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Gets the last name of the path.</summary>
    public string Name { get; } = Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>Gets what the texts look like.</summary>
    public TextForm Form { get; init; }

    /// <summary>Gets a value indicating whether others than the listed values are common, such as names that users choose.</summary>
    public bool TakesOthers { get; init; }

    /// <summary>Gets the fields within it by their names.</summary>
    public Dictionary<string, EcsField> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether every event has it, whatever its source.</summary>
    public bool IsEnvelope { get; } = !Path.Contains('.', StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether its name tells ECS from other services; <c>detail.version</c> may be anybody's.</summary>
    public bool IsTelling { get; } =
        !Path.StartsWith("detail.", StringComparison.Ordinal)
        || Path.StartsWith("detail.containers", StringComparison.Ordinal)
        || (Path.Any(char.IsAsciiLetterUpper) && !Path.StartsWith("detail.event", StringComparison.Ordinal));

    public bool HoldsObjects => Type is EcsType.Object or EcsType.Objects or EcsType.Open;

    public string TypeName =>
        Type switch
        {
            EcsType.Number => "number",
            EcsType.Boolean => "boolean",
            EcsType.Text => "string",
            EcsType.Objects => "list of objects",
            _ => "object",
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

    /// <summary>Gets one of the known values as an event has it.</summary>
    /// <param name="index">Its place in <see cref="Values"/>.</param>
    /// <returns>The value.</returns>
    public EventScalar ValueAt(int index) => new(EventScalarKind.String, _values[index]);
}
