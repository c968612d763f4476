using Firetiger.EventPatterns;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>A rule and its targets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BusName">The bus it is on.</param>
/// <param name="PatternText">Its event pattern as given.</param>
/// <param name="Pattern">Its event pattern.</param>
internal sealed record Rule(string Name, string BusName, string PatternText, EventPattern Pattern)
{
    public string Arn => ArnOf(Name, BusName);

    public bool Enabled { get; init; } = true;

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    public IReadOnlyList<Target> Targets { get; init; } = [];

    public static string ArnOf(string name, string busName) =>
        Account.Arn("events", busName is EventBus.DefaultName ? $"rule/{name}" : $"rule/{busName}/{name}");
}
