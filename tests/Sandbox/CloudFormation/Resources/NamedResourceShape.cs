using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>A resource that one operation makes, one changes and one deletes, all by its name.</summary>
internal sealed record NamedResourceShape
{
    public required string Type { get; init; }

    /// <summary>Gets the service's signing name.</summary>
    public required string Service { get; init; }

    public required string Create { get; init; }

    /// <summary>Gets the operation that changes it; null for a resource that is replaced instead.</summary>
    public string? Update { get; init; }

    public required string Delete { get; init; }

    /// <summary>Gets the property that may have its name.</summary>
    public string NameProperty { get; init; } = "Name";

    /// <summary>Gets the operations' member for the name.</summary>
    public string NameMember { get; init; } = "Name";

    public int LongestName { get; init; } = 64;

    /// <summary>Gets the properties beside the name.</summary>
    public required IReadOnlyCollection<string> Properties { get; init; }

    /// <summary>Gets those that only a new resource can change, beside the name.</summary>
    public IReadOnlyCollection<string> Immutable { get; init; } = [];

    /// <summary>Gets the properties that the operations call otherwise.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets those that CloudFormation takes as JSON text only, not as an object.</summary>
    public IReadOnlyCollection<string> Texts { get; init; } = [];

    /// <summary>Gets what Fn::GetAtt gives, from the name and the output of the last operation.</summary>
    public Func<string, JsonObject, JsonObject> Attributes { get; init; } = (_, _) => [];

    /// <summary>Gets how to see whether a name is taken, where the creation would take over what is there; else null.</summary>
    public Func<string, (string Operation, JsonObject Input)>? Read { get; init; }

    /// <summary>Gets the member of the reading operation's output that has something when the name is taken.</summary>
    public string ReadMember { get; init; } = "";

    /// <summary>Gets the input of the deletion, from the name and the properties; by default the name alone.</summary>
    public Func<string, JsonObject, JsonObject>? DeleteInput { get; init; }
}
