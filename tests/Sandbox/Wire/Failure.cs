using Firetiger.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Firetiger.Sandbox.Wire;

/// <summary>The answer to a call that has thrown.</summary>
internal static class Failure
{
    /// <summary>Makes the answer.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <returns>The service's own error; SerializationException; or InternalFailure (500) for a mistake in the sandbox.</returns>
    public static AwsException Of(Exception failure) =>
        failure switch
        {
            AwsException error => error,
            BadHttpRequestException bad => new AwsException("BadRequestException", bad.Message, bad.StatusCode),
            _ when BadInput.Explains(failure) => BadInput.Of(failure),
            _ => new AwsException(
                "InternalFailure",
                $"A mistake in the sandbox: {failure.GetType().Name}: {failure.Message}",
                StatusCodes.Status500InternalServerError
            ),
        };
}
