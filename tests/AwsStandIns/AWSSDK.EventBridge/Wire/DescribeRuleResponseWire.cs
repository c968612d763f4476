using System.Text.Json;
using Amazon.EventBridge.Model;
using AwsJson;

namespace Amazon.EventBridge.Wire;

internal static class DescribeRuleResponseWire
{
    public static DescribeRuleResponse Read(JsonElement json) =>
        new()
        {
            Name = json.Text("Name"),
            Arn = json.Text("Arn"),
            EventPattern = json.Text("EventPattern"),
            ScheduleExpression = json.Text("ScheduleExpression"),
            State = json.Text("State"),
            Description = json.Text("Description"),
            RoleArn = json.Text("RoleArn"),
            ManagedBy = json.Text("ManagedBy"),
            EventBusName = json.Text("EventBusName"),
            CreatedBy = json.Text("CreatedBy"),
        };
}
