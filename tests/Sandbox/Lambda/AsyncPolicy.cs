using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>How an asynchronous invocation is retried.</summary>
/// <param name="MaximumRetryAttempts">0 to 2.</param>
/// <param name="MaximumEventAge">60 s to 6 h, AWS's time.</param>
internal sealed record AsyncPolicy(int MaximumRetryAttempts, TimeSpan MaximumEventAge)
{
    public static readonly AsyncPolicy Default = new(2, TimeSpan.FromHours(6));

    /// <summary>Reads the input of PutFunctionEventInvokeConfig, which replaces the whole policy.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="AwsException">A member is out of its range, or asks for destinations.</exception>
    public static AsyncPolicy Read(JsonObject input)
    {
        var attempts = input.Whole("MaximumRetryAttempts") ?? Default.MaximumRetryAttempts;
        var age = input.Whole("MaximumEventAgeInSeconds") ?? (int)Default.MaximumEventAge.TotalSeconds;
        var problem =
            attempts is < 0 or > 2 ? $"Value '{attempts}' at 'maximumRetryAttempts' is not within 0 to 2"
            : age is < 60 or > 21_600 ? $"Value '{age}' at 'maximumEventAgeInSeconds' is not within 60 to 21600"
            : input.ContainsKey("DestinationConfig") ? "The sandbox has no destinations of asynchronous invocations"
            : null;
        return problem is null
            ? new AsyncPolicy(attempts, TimeSpan.FromSeconds(age))
            : throw new AwsException("InvalidParameterValueException", problem);
    }
}
