using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>What may go wrong between a caller and a service.</summary>
internal interface IWireFaults
{
    /// <summary>Passes a call on, or not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="serve">What the service does with an input.</param>
    /// <param name="cancellationToken">Ends with the caller's connection.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AwsException">The answer is an error.</exception>
    /// <exception cref="ConnectionCutException">The caller never hears an answer.</exception>
    Task<JsonObject> CallAsync(
        WireCall call,
        Func<JsonObject, Task<JsonObject>> serve,
        CancellationToken cancellationToken
    );
}
