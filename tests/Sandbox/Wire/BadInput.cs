using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>The answer to a body that is not what the operation's shapes say.</summary>
internal static class BadInput
{
    public static AwsException Because(string what) => new("SerializationException", what);

    /// <summary>Tells whether a service failed because a member has the wrong JSON type: System.Text.Json says so by throwing.</summary>
    /// <param name="failure">What a service threw.</param>
    /// <returns>Whether the input explains it; any other exception is a mistake in the sandbox.</returns>
    public static bool Explains(Exception failure) =>
        failure is InvalidOperationException or FormatException
        && failure.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) is true;

    public static AwsException Of(Exception failure) => Because(failure.Message);
}
