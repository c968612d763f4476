using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>CloudWatch's errors, with the codes of both protocols.</summary>
internal static class CloudWatchErrors
{
    public static AwsException InvalidValue(string message) =>
        new("InvalidParameterValueException", message, queryCode: "InvalidParameterValue");

    public static AwsException Missing(string parameter) =>
        new(
            "MissingRequiredParameterException",
            $"The parameter {parameter} is required.",
            queryCode: "MissingParameter"
        );

    public static AwsException NoAlarm(string name) =>
        new("ResourceNotFoundException", $"Alarm {name} does not exist", 404, "ResourceNotFound");

    public static AwsException NoDashboard(string name) =>
        new("DashboardNotFoundError", $"Dashboard {name} does not exist", 404, "ResourceNotFound");

    public static AwsException InvalidDashboard(string why) =>
        new("DashboardInvalidInputError", why, queryCode: "InvalidParameterInput");
}
