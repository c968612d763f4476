using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>The resources of Scheduler, CloudWatch and CloudWatch Logs that are known by a name.</summary>
internal static class OtherShapes
{
    public static readonly NamedResourceShape Schedule = new()
    {
        Type = "AWS::Scheduler::Schedule",
        Service = "scheduler",
        Create = "CreateSchedule",
        Update = "UpdateSchedule",
        Delete = "DeleteSchedule",
        Properties =
        [
            "GroupName",
            "Description",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "FlexibleTimeWindow",
            "State",
            "Target",
        ],
        Attributes = (_, output) => new JsonObject { ["Arn"] = output.Scalar("ScheduleArn") },
        DeleteInput = (name, properties) =>
            new JsonObject { ["Name"] = name, ["GroupName"] = properties.Scalar("GroupName") ?? "default" },
    };

    public static readonly NamedResourceShape ScheduleGroup = new()
    {
        Type = "AWS::Scheduler::ScheduleGroup",
        Service = "scheduler",
        Create = "CreateScheduleGroup",
        Delete = "DeleteScheduleGroup",
        Properties = ["Tags"],
        Attributes = (_, output) => new JsonObject { ["Arn"] = output.Scalar("ScheduleGroupArn") },
    };

    public static readonly NamedResourceShape Alarm = new()
    {
        Type = "AWS::CloudWatch::Alarm",
        Service = "monitoring",
        Create = "PutMetricAlarm",
        Update = "PutMetricAlarm",
        Delete = "DeleteAlarms",
        NameProperty = "AlarmName",
        NameMember = "AlarmName",
        LongestName = 255,
        Properties =
        [
            "ActionsEnabled",
            "AlarmActions",
            "AlarmDescription",
            "ComparisonOperator",
            "DatapointsToAlarm",
            "Dimensions",
            "EvaluationPeriods",
            "InsufficientDataActions",
            "MetricName",
            "Metrics",
            "Namespace",
            "OKActions",
            "Period",
            "Statistic",
            "Tags",
            "Threshold",
            "TreatMissingData",
            "Unit",
        ],
        Attributes = (name, _) => new JsonObject { ["Arn"] = Account.Arn("cloudwatch", $"alarm:{name}") },
        Read = name => ("DescribeAlarms", new JsonObject { ["AlarmNames"] = new JsonArray(name) }),
        ReadMember = "MetricAlarms",
        DeleteInput = (name, _) => new JsonObject { ["AlarmNames"] = new JsonArray(name) },
    };

    public static readonly NamedResourceShape Dashboard = new()
    {
        Type = "AWS::CloudWatch::Dashboard",
        Service = "monitoring",
        Create = "PutDashboard",
        Update = "PutDashboard",
        Delete = "DeleteDashboards",
        NameProperty = "DashboardName",
        NameMember = "DashboardName",
        LongestName = 255,
        Properties = ["DashboardBody"],
        Texts = ["DashboardBody"],
        Read = name => ("GetDashboard", new JsonObject { ["DashboardName"] = name }),
        ReadMember = "DashboardName",
        DeleteInput = (name, _) => new JsonObject { ["DashboardNames"] = new JsonArray(name) },
    };

    public static readonly NamedResourceShape LogResourcePolicy = new()
    {
        Type = "AWS::Logs::ResourcePolicy",
        Service = "logs",
        Create = "PutResourcePolicy",
        Update = "PutResourcePolicy",
        Delete = "DeleteResourcePolicy",
        NameProperty = "PolicyName",
        NameMember = "policyName",
        LongestName = 255,
        Properties = ["PolicyDocument"],
        Texts = ["PolicyDocument"],
        Renamed = new Dictionary<string, string>(StringComparer.Ordinal) { ["PolicyDocument"] = "policyDocument" },
    };

    public static readonly NamedResourceShape DeliverySource = new()
    {
        Type = "AWS::Logs::DeliverySource",
        Service = "logs",
        Create = "PutDeliverySource",
        Delete = "DeleteDeliverySource",
        NameMember = "name",
        LongestName = 60,
        Properties = ["ResourceArn", "LogType", "Tags"],
        Renamed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ResourceArn"] = "resourceArn",
            ["LogType"] = "logType",
        },
        Attributes = (name, _) => new JsonObject { ["Arn"] = Account.Arn("logs", $"delivery-source:{name}") },
        Read = name => ("GetDeliverySource", new JsonObject { ["name"] = name }),
        ReadMember = "deliverySource",
    };
}
