using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>A group of schedules: what a role's trust policy can name as the source of a call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record ScheduleGroup(string Name, DateTimeOffset CreatedAt)
{
    public const string DefaultName = "default";

    public string Arn => ArnOf(Name);

    public static string ArnOf(string name) => Account.Arn("scheduler", $"schedule-group/{name}");

    public JsonObject Describe() =>
        new()
        {
            [nameof(Arn)] = Arn,
            [nameof(Name)] = Name,
            ["State"] = "ACTIVE",
            ["CreationDate"] = JsonValue.Create(CreatedAt),
            ["LastModificationDate"] = JsonValue.Create(CreatedAt),
        };
}
