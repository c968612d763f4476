using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>A schedule of a function.</summary>
/// <param name="Name">Its name, unique in its group.</param>
/// <param name="GroupName">Its group.</param>
/// <param name="Definition">The input of CreateSchedule or UpdateSchedule: an update replaces all of it.</param>
internal sealed record Schedule(string Name, string GroupName, JsonObject Definition)
{
    public string Arn => ArnOf(GroupName, Name);

    public required TimeSpan Interval { get; init; }

    public required bool Enabled { get; init; }

    public required string TargetArn { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>Gets the payload, if the schedule gives one.</summary>
    public string? Input { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastModifiedAt { get; init; }

    public static string ArnOf(string groupName, string name) =>
        Account.Arn("scheduler", $"schedule/{groupName}/{name}");

    public JsonObject Describe()
    {
        var output = (JsonObject)Definition.DeepClone();
        output.Remove("ClientToken");
        output[nameof(Arn)] = Arn;
        output[nameof(GroupName)] = GroupName;
        output["State"] = Enabled ? "ENABLED" : "DISABLED";
        output["CreationDate"] = JsonValue.Create(CreatedAt);
        output["LastModificationDate"] = JsonValue.Create(LastModifiedAt);
        return output;
    }
}
