using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Sns;

/// <summary>SNS's errors.</summary>
internal static class SnsErrors
{
    public static AwsException NoTopic() => new("NotFound", "Topic does not exist", 404);

    public static AwsException Invalid(string why) => new("InvalidParameter", $"Invalid parameter: {why}");
}
