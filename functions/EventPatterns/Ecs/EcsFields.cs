namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// The fields of ECS events, from the "Amazon ECS events" pages of the developer guide and the ECS API reference. ECS may add fields and
/// values at any time, so what is missing here is only unknown, not wrong.
/// </summary>
internal static class EcsFields
{
    public const string Source = "aws.ecs";

    private static readonly EcsField[] Fields =
    [
        new("version", EcsType.Text, EcsEvents.All),
        new("id", EcsType.Text, EcsEvents.All),
        new("detail-type", EcsType.Text, EcsEvents.All, EcsValues.DetailTypes),
        new("source", EcsType.Text, EcsEvents.All),
        new("account", EcsType.Text, EcsEvents.All) { Form = TextForm.Account },
        new("time", EcsType.Text, EcsEvents.All) { Form = TextForm.Time },
        new("region", EcsType.Text, EcsEvents.All) { Form = TextForm.Region },
        new("resources", EcsType.Text, EcsEvents.All),
        // Only events that EventBridge replays from an archive have it.
        new("replay-name", EcsType.Text, EcsEvents.All),
        new("detail", EcsType.Object, EcsEvents.All),
        .. TaskFields.All,
        .. ContainerFields.All,
        .. ContainerInstanceFields.All,
        .. ServiceFields.All,
    ];

    /// <summary>Gets the event as a whole.</summary>
    public static EcsField Event { get; } = Tree();

    /// <summary>Gets all fields.</summary>
    public static IReadOnlyList<EcsField> All => Fields;

    /// <summary>Finds the fields of a name that certain events carry, wherever they are; those nearer to the top first.</summary>
    /// <param name="name">The last name of their paths.</param>
    /// <param name="events">The events.</param>
    /// <returns>The fields.</returns>
    public static IEnumerable<EcsField> Named(string name, EcsEvents events) =>
        Fields
            .Where(field =>
                string.Equals(field.Name, name, StringComparison.Ordinal) && (field.Events & events) != EcsEvents.None
            )
            .OrderBy(field => field.Path.Count(character => character == '.'))
            .ThenByDescending(field => field.Path.StartsWith("detail.containers.", StringComparison.Ordinal));

    private static EcsField Tree()
    {
        EcsField root = new("", EcsType.Object, EcsEvents.All);
        Dictionary<string, EcsField> byPath = Fields.ToDictionary(field => field.Path, StringComparer.Ordinal);
        foreach (EcsField field in Fields)
        {
            EcsField parent = field.IsEnvelope ? root : byPath[field.Path[..field.Path.LastIndexOf('.')]];
            parent.Children.Add(field.Name, field);
        }

        return root;
    }
}
