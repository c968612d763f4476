using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>The configuration of a function.</summary>
internal sealed record FunctionSettings
{
    private static readonly ImmutableHashSet<string> Known =
    [
        "FunctionName",
        "Runtime",
        "Role",
        "Handler",
        "Code",
        "Description",
        "Timeout",
        "MemorySize",
        "PackageType",
        "Environment",
        "Architectures",
        "Tags",
        "TracingConfig",
        "LoggingConfig",
        "EphemeralStorage",
        "Publish",
    ];

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required string Runtime { get; init; }

    public required string Handler { get; init; }

    public required FunctionCode Code { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Gets the time an invocation may take: 1 to 900 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Gets the memory in MB. The sandbox does not enforce it.</summary>
    public int MemorySize { get; init; } = 128;

    public string Architecture { get; init; } = "x86_64";

    public string? LogGroup { get; init; }

    public ImmutableSortedDictionary<string, string> Variables { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public string LogGroupName => LogGroup ?? $"/aws/lambda/{Name}";

    public string RoleName => Role[(Role.LastIndexOf('/') + 1)..];

    /// <summary>Reads the input of CreateFunction.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="AwsException">A member is missing, out of its range or unknown to the sandbox.</exception>
    public static FunctionSettings Read(JsonObject input)
    {
        foreach (var (member, _) in input.Where(member => !Known.Contains(member.Key)))
        {
            throw Invalid($"The sandbox's functions have no {member}");
        }

        var settings = new FunctionSettings
        {
            Name = LambdaFunction.NameOf(input.RequiredText("FunctionName")),
            Role = input.RequiredText("Role"),
            Runtime = input.RequiredText("Runtime"),
            Handler = input.RequiredText("Handler"),
            Code = FunctionCode.Read(input["Code"] as JsonObject ?? []),
        };
        return settings.With(input);
    }

    /// <summary>Applies the members that UpdateFunctionConfiguration shares with CreateFunction.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The new configuration; what the input does not name stays.</returns>
    /// <exception cref="AwsException">A member is out of its range.</exception>
    public FunctionSettings With(JsonObject input) =>
        this with
        {
            Role = input.Text("Role") ?? Role,
            Runtime = input.Text("Runtime") ?? Runtime,
            Handler = input.Text("Handler") ?? Handler,
            Description = input.Text("Description") ?? Description,
            Timeout = TimeSpan.FromSeconds(InRange(input, "Timeout", 1, 900) ?? (int)Timeout.TotalSeconds),
            MemorySize = InRange(input, "MemorySize", 128, 10_240) ?? MemorySize,
            Architecture = LambdaInput.Scalar((input["Architectures"] as JsonArray)?.FirstOrDefault()) ?? Architecture,
            LogGroup = (input["LoggingConfig"] as JsonObject)?.Text("LogGroup") ?? LogGroup,
            Variables = input["Environment"] is JsonObject environment ? VariablesOf(environment) : Variables,
        };

    private static int? InRange(JsonObject input, string member, int least, int most) =>
        input.Whole(member) is not { } value ? null
        : value >= least && value <= most ? value
        : throw Invalid($"Value '{value}' at '{member}' failed to satisfy constraint: {least} to {most}");

    private static ImmutableSortedDictionary<string, string> VariablesOf(JsonObject environment) =>
        (environment["Variables"] as JsonObject ?? []).ToImmutableSortedDictionary(
            variable => variable.Key,
            variable => LambdaInput.Scalar(variable.Value) ?? "",
            StringComparer.Ordinal
        );

    private static AwsException Invalid(string message) => new("InvalidParameterValueException", message);
}
