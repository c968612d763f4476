using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Logs;

/// <summary>CloudWatch Logs' errors.</summary>
internal static class LogsErrors
{
    public static AwsException NoGroup() => new("ResourceNotFoundException", "The specified log group does not exist.");

    public static AwsException NoStream() =>
        new("ResourceNotFoundException", "The specified log stream does not exist.");

    public static AwsException NoPolicy(string name) =>
        new("ResourceNotFoundException", $"Policy with name [{name}] does not exist.");

    public static AwsException NoDelivery() =>
        new("ResourceNotFoundException", "The specified delivery, source or destination does not exist.");

    public static AwsException DeliveryInUse(string name) =>
        new("ConflictException", $"{name} is used by a delivery: delete the delivery first.");

    public static AwsException InvalidDelivery(string why) => new("ValidationException", why);

    public static AwsException TooManyPolicies() => new("LimitExceededException", "Resource limit exceeded.");

    public static AwsException GroupExists() =>
        new("ResourceAlreadyExistsException", "The specified log group already exists");

    public static AwsException StreamExists() =>
        new("ResourceAlreadyExistsException", "The specified log stream already exists");

    public static AwsException Invalid(string why) => new("InvalidParameterException", why);
}
