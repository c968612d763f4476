using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>Reads and judges the input of CreateSchedule and UpdateSchedule.</summary>
internal static class ScheduleReader
{
    private static readonly HashSet<string> Known =
    [
        "Name",
        "GroupName",
        "ClientToken",
        "Description",
        "ScheduleExpression",
        "ScheduleExpressionTimezone",
        "State",
        "FlexibleTimeWindow",
        "Target",
    ];

    public static Schedule Read(JsonObject input, DateTimeOffset createdAt, DateTimeOffset now)
    {
        foreach (var (name, _) in input.Where(member => member.Value is not null && !Known.Contains(member.Key)))
        {
            throw Invalid($"The sandbox does not have {name} of a schedule.");
        }

        if (input["FlexibleTimeWindow"]?["Mode"]?.ToString() is not ("OFF" or "FLEXIBLE"))
        {
            throw Invalid("FlexibleTimeWindow.Mode must be OFF or FLEXIBLE.");
        }

        var target = input.Structure("Target") ?? throw Invalid("Target must not be null.");
        return new Schedule(input.Required("Name"), GroupName(input), (JsonObject)input.DeepClone())
        {
            Interval = RateExpression.Read(input.Required("ScheduleExpression")),
            Enabled = ReadState(input.Text("State")),
            TargetArn = ReadTargetArn(target),
            RoleArn = target.Required("RoleArn"),
            Input = target.Text("Input"),
            CreatedAt = createdAt,
            LastModifiedAt = now,
        };
    }

    public static string GroupName(JsonObject input) => input.Text("GroupName") ?? ScheduleGroup.DefaultName;

    private static bool ReadState(string? state) =>
        state switch
        {
            null or "ENABLED" => true,
            "DISABLED" => false,
            _ => throw Invalid($"State must be ENABLED or DISABLED, not {state}."),
        };

    private static string ReadTargetArn(JsonObject target) =>
        target.Required("Arn") is var arn && arn.StartsWith("arn:aws:lambda:", StringComparison.Ordinal)
            ? arn
            : throw Invalid($"The sandbox has schedules of Lambda functions only, not of {arn}.");

    private static AwsException Invalid(string message) => new("ValidationException", message);
}
